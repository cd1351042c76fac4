// Những viện dẫn nào chưa rõ là văn bản nào, vì có nhiều văn bản cùng số?
// Which citations are not settled, because several documents have that number?
MATCH (d:Document)
WHERE d.status = 'ambiguous'
RETURN d.id AS id, d.number AS number, d.candidates AS candidates
ORDER BY id
