// Những cơ quan nào có tên chứa các chữ này?
// Which agencies have these words in their name?
// $words (folded): tên hoặc một phần tên, có dấu hay không
MATCH (g:Agency)
WHERE ' ' + g.norm + ' ' CONTAINS ' ' + $words + ' '
RETURN g.id AS id, g.name AS name, g.is_group AS is_group, g.level AS level, g.place_id AS place_id
ORDER BY id
