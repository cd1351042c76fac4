// Những văn bản nào thực hiện văn bản này?
// Which documents implement this one?
// $id (text): mã văn bản
MATCH (a:Document)-[r:IMPLEMENTS]->(b:Document {id: $id})
RETURN a.id AS id, a.number AS number, a.title AS title, a.issued_on AS issued_on, a.place AS place, r.quote AS quote,
       r.stated_in AS stated_in
ORDER BY issued_on, id, stated_in, quote
