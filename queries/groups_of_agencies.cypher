// Những cơ quan này thuộc các nhóm nào?
// Which groups do these agencies belong to?
// $ids (list): mã cơ quan
MATCH (g:Agency)-[:MEMBER_OF]->(team:Agency)
WHERE g.id IN $ids
RETURN DISTINCT team.id AS id, team.name AS name
ORDER BY id
