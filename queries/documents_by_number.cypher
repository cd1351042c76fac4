// Văn bản nào mang số, ký hiệu bắt đầu bằng những chữ số này?
// Which documents have a number that begins with these digits?
// $digits (text): phần số đứng đầu, ví dụ 687
MATCH (d:Document)
WHERE d.number STARTS WITH $digits
RETURN d.id AS id, d.number AS number, d.doc_type AS doc_type, d.title AS title, d.issued_on AS issued_on,
       d.place AS place, d.issuer AS issuer, d.stub AS stub, d.status AS status, d.candidates AS candidates
ORDER BY id
