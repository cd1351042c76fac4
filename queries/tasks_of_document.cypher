// Văn bản này giao những việc gì, cho ai, đến bao giờ?
// Which tasks does this document lay on whom, until when?
// $id (text): mã văn bản
MATCH (t:Task)-[:STATED_IN]->(d:Document {id: $id})
MATCH (t)-[a:ASSIGNED_TO]->(g:Agency)
RETURN t.id AS task_id, t.text AS task, a.role AS role, g.name AS agency, g.id AS agency_id, t.deadline_text AS deadline,
       t.due_on AS due_on, t.product AS product, t.section AS section, t.page AS page, t.ordinal AS ordinal
ORDER BY ordinal, task_id, role, agency_id
