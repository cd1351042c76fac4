// Cơ quan nào chủ trì nhiều việc nhất?
// Which agencies lead most tasks?
// $limit (integer = 20): số dòng
MATCH (t:Task)-[:ASSIGNED_TO {role: 'lead'}]->(g:Agency)
RETURN g.id AS id, g.name AS name, count(DISTINCT t.id) AS tasks
ORDER BY tasks DESC, id
LIMIT $limit
