// Những văn bản này có hiệu lực từ ngày nào, nêu bằng lời nào?
// From which day are these documents in force, and in which words do they say so?
// $ids (list): mã văn bản
MATCH (d:Document)
WHERE d.id IN $ids
RETURN d.id AS id, d.number AS number, d.doc_type AS doc_type, d.effective_on AS effective_on, d.effect_quote AS effect_quote,
       d.status AS status
ORDER BY id
