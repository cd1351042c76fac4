// Những văn bản này viện dẫn, thực hiện, sửa đổi … văn bản nào, theo lời của văn bản nào?
// What do these documents cite, implement, amend and so on, and which document says so?
// $ids (list): mã các văn bản
UNWIND $ids AS start_id
MATCH (a:Document {id: start_id})-[r:BASED_ON|IMPLEMENTS|PROMULGATES|APPROVES|ATTACHED_TO|AMENDS|REPLACES|REPEALS|SUSPENDS|GUIDES|CONSOLIDATES|CORRECTS|AT_REQUEST_OF|CONCLUDES_UNDER|CITES]->(b:Document)
RETURN a.id AS from_id, b.id AS to_id, type(r) AS relation, r.quote AS quote, r.section AS section, r.page AS page,
       r.stated_in AS stated_in
ORDER BY from_id, to_id, relation, stated_in, quote
