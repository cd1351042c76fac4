// Trong các văn bản mà mỗi văn bản này viện dẫn, văn bản mới nhất ban hành ngày nào?
// On which day was the newest of the instruments issued that each of these documents cites?
// $ids (list): mã các văn bản
UNWIND $ids AS start_id
MATCH (a:Document {id: start_id})-[r:BASED_ON|IMPLEMENTS|PROMULGATES|APPROVES|AMENDS|REPLACES|REPEALS|SUSPENDS|GUIDES|CONSOLIDATES|CORRECTS|AT_REQUEST_OF|CONCLUDES_UNDER|CITES]->(b:Document)
WHERE b.issued_on IS NOT NULL
RETURN a.id AS id, max(b.issued_on) AS issued_on
ORDER BY id
