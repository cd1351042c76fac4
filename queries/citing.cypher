// Những văn bản nào nhắc đến văn bản này, ở đâu, với quan hệ gì?
// Which documents mention this one, where, in which relation?
// $id (text): mã văn bản
MATCH (a:Document)-[r:BASED_ON|IMPLEMENTS|PROMULGATES|APPROVES|ATTACHED_TO|AMENDS|REPLACES|REPEALS|SUSPENDS|GUIDES|CONSOLIDATES|CORRECTS|AT_REQUEST_OF|CONCLUDES_UNDER|CITES]->(b:Document {id: $id})
RETURN a.id AS id, a.number AS number, a.title AS title, a.issued_on AS issued_on, type(r) AS relation,
       r.quote AS quote, r.section AS section, r.page AS page, r.stated_in AS stated_in
ORDER BY id, relation, stated_in, quote
