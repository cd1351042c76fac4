// Những văn bản có các mã này là văn bản gì?
// What are the documents of these ids?
// $ids (list): mã văn bản
MATCH (d:Document)
WHERE d.id IN $ids
RETURN d.id AS id, d.number AS number, d.doc_type AS doc_type, d.title AS title, d.issued_on AS issued_on,
       d.place AS place, d.issuer AS issuer, d.stub AS stub, d.status AS status, d.candidates AS candidates
ORDER BY id
