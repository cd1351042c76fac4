// Những cơ quan này được giao việc gì, vai trò nào, đến bao giờ, theo văn bản nào?
// Which tasks do these agencies have, in which role, until when, under which document?
// $ids (list): mã cơ quan, gồm cả mã các nhóm
MATCH (t:Task)-[a:ASSIGNED_TO]->(g:Agency)
WHERE g.id IN $ids
MATCH (t)-[:STATED_IN]->(d:Document)
RETURN t.id AS task_id, t.text AS task, a.role AS role, g.id AS agency_id, g.name AS agency, g.is_group AS is_group,
       t.deadline_text AS deadline, t.deadline_kind AS deadline_kind, t.due_on AS due_on, t.due_month AS due_month,
       t.due_day AS due_day, t.due_days AS due_days, t.due_from AS due_from, t.due_to AS due_to,
       t.due_every AS due_every, t.product AS product, t.quote AS quote, t.section AS section, t.page AS page,
       d.id AS document_id, d.number AS number, d.title AS title, d.issued_on AS issued_on,
       d.doc_type AS doc_type, d.issuer AS issuer
ORDER BY task_id, role, agency_id
