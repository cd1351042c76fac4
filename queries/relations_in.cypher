// Những văn bản này được văn bản nào viện dẫn, thực hiện, sửa đổi …, theo lời của văn bản nào?
// Which documents cite, implement, amend (and so on) these ones, and which document says so?
// $ids (list): mã các văn bản
UNWIND $ids AS end_id
MATCH (b:Document {id: end_id})<-[r:BASED_ON|IMPLEMENTS|PROMULGATES|APPROVES|ATTACHED_TO|AMENDS|REPLACES|REPEALS|SUSPENDS|GUIDES|CONSOLIDATES|CORRECTS|AT_REQUEST_OF|CONCLUDES_UNDER|CITES]-(a:Document)
RETURN a.id AS from_id, b.id AS to_id, type(r) AS relation, r.quote AS quote, r.section AS section, r.page AS page,
       r.stated_in AS stated_in
ORDER BY from_id, to_id, relation, stated_in, quote
