// Văn bản này giao những việc gì, cho ai, đến bao giờ?
// Which tasks does this document lay on whom, until when?
// $id (text): mã văn bản
MATCH (t:Task)-[:STATED_IN]->(d:Document {id: $id})
MATCH (t)-[a:ASSIGNED_TO]->(g:Agency)
RETURN t.id AS task_id, t.text AS task, a.role AS role, g.is_group AS is_group, g.name AS agency, g.id AS agency_id, t.deadline_text AS deadline,
       t.deadline_kind AS deadline_kind,
       t.due_on AS due_on, t.due_month AS due_month, t.due_day AS due_day, t.due_days AS due_days, t.due_from AS due_from,
       t.due_to AS due_to, t.due_every AS due_every, t.product AS product, t.quote AS quote, t.section AS section, t.page AS page, t.ordinal AS ordinal
ORDER BY ordinal, task_id, role, agency_id
