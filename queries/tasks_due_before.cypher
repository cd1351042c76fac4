// Những việc nào đến hạn trước ngày này, ai làm?
// Which tasks are due before this date, and whose are they?
// $date (text): ngày dạng 2025-12-31
MATCH (t:Task)
WHERE t.due_on IS NOT NULL AND t.due_on < $date
MATCH (t)-[:STATED_IN]->(d:Document)
MATCH (t)-[a:ASSIGNED_TO]->(g:Agency)
RETURN t.due_on AS due_on, t.due_days AS due_days, t.text AS task, a.role AS role, g.name AS agency, d.id AS document_id, d.number AS number
ORDER BY due_on, document_id, task, role, agency
