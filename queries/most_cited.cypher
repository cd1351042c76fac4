// Văn bản nào được nhiều văn bản khác nhắc đến nhất?
// Which documents are mentioned by most other documents?
// $limit (integer = 20): số dòng
MATCH (a:Document)-[r:BASED_ON|IMPLEMENTS|PROMULGATES|APPROVES|ATTACHED_TO|AMENDS|REPLACES|REPEALS|SUSPENDS|GUIDES|CONSOLIDATES|CORRECTS|AT_REQUEST_OF|CONCLUDES_UNDER|CITES]->(b:Document)
RETURN b.id AS id, b.number AS number, b.title AS title, count(DISTINCT a.id) AS documents
ORDER BY documents DESC, id
LIMIT $limit
