// Văn bản này nhắc đến những văn bản nào, ở đâu, với quan hệ gì?
// Which documents does this one mention, where, in which relation?
// $id (text): mã văn bản
MATCH (a:Document {id: $id})-[r:BASED_ON|IMPLEMENTS|PROMULGATES|APPROVES|ATTACHED_TO|AMENDS|REPLACES|REPEALS|SUSPENDS|GUIDES|CONSOLIDATES|CORRECTS|AT_REQUEST_OF|CONCLUDES_UNDER|CITES]->(b:Document)
RETURN b.id AS id, b.number AS number, b.title AS title, b.issued_on AS issued_on, b.stub AS stub,
       type(r) AS relation, r.quote AS quote, r.section AS section, r.page AS page, r.stated_in AS stated_in
ORDER BY id, relation, stated_in, quote
