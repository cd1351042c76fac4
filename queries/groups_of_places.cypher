// Ở những nơi này có các nhóm cơ quan nào được giao việc?
// Which groups of agencies have tasks in these places?
// $scopes (list): địa phương, ví dụ lai-chau, hoặc trung-uong
MATCH (t:Task)-[:ASSIGNED_TO]->(g:Agency)
WHERE g.is_group AND any(s IN $scopes WHERE g.id STARTS WITH 'agency:' + s + ':')
RETURN DISTINCT g.id AS id, g.name AS name
ORDER BY id
