// Những cơ quan này thuộc các nhóm nào?
// Which groups do these agencies belong to?
// $ids (list): mã cơ quan
MATCH (g:Agency)-[:MEMBER_OF]->(all:Agency)
WHERE g.id IN $ids
RETURN DISTINCT all.id AS id, all.name AS name
ORDER BY id
