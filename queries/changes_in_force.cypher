// Văn bản này bị văn bản nào sửa đổi, thay thế, bãi bỏ hay đình chỉ?
// Which documents amend, replace, repeal or suspend this one?
// $id (text): mã văn bản
MATCH (a:Document)-[r:AMENDS|REPLACES|REPEALS|SUSPENDS]->(b:Document {id: $id})
RETURN a.id AS id, a.number AS number, a.issued_on AS issued_on, type(r) AS relation, r.quote AS quote,
       r.stated_in AS stated_in
ORDER BY issued_on, id, relation, stated_in, quote
