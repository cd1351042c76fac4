// Những văn bản này bị văn bản nào sửa đổi, thay thế, bãi bỏ, đình chỉ, toàn bộ hay một phần, từ ngày nào?
// What amends, replaces, repeals or suspends these documents, all of each or a part, and since when?
// $ids (list): mã văn bản
UNWIND $ids AS end_id
MATCH (b:Document {id: end_id})<-[r:AMENDS|REPLACES|REPEALS|SUSPENDS]-(a:Document)
RETURN b.id AS id, a.id AS by_id, a.number AS by_number, a.issued_on AS issued_on, a.effective_on AS effective_on,
       type(r) AS relation, r.partial AS partial, r.quote AS quote, r.stated_in AS stated_in
ORDER BY id, by_id, relation, stated_in, quote
