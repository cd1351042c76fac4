// Những nhiệm vụ nào có nhiều từ của câu hỏi nhất, giao cho ai, theo văn bản nào?
// Which tasks have most words of the question, who has them, under which document?
// $words (list): từ của câu hỏi đã bỏ dấu, có khoảng trắng ở hai đầu
// $scopes (list = ): tỉnh, thành phố cùng các nơi trong đó, ví dụ lai-chau; để trống là mọi nơi
// $units (list = ): riêng các nơi này, như một huyện hay xã
// $named (list = ): tên đã bỏ dấu của các tỉnh, thành phố đó, như văn bản trung ương nêu trong trích yếu
// $limit (integer = 2000): số nhiệm vụ
MATCH (t:Task)-[:STATED_IN]->(d:Document)
WITH t, d, ' ' + t.norm + ' ' AS task_words, ' ' + coalesce(d.norm, '') + ' ' AS document_words
WITH t, d, document_words, size([w IN $words WHERE task_words CONTAINS w]) AS hits,
     size([w IN $words WHERE document_words CONTAINS w]) AS about
WHERE hits > 0
MATCH (t)-[:ASSIGNED_TO]->(b:Agency)
WITH t, d, hits, about, document_words, collect(split(b.id, ':')[1]) AS bodies
WHERE (size($scopes) = 0 AND size($units) = 0) OR d.scope IN $units OR any(u IN $units WHERE u IN bodies)
   OR (d.scope = 'trung-uong' AND any(n IN $named WHERE document_words CONTAINS n))
   OR any(s IN $scopes WHERE d.scope = s OR d.scope STARTS WITH s + '.' OR s IN bodies)
WITH t, d, hits, about
ORDER BY hits DESC, about DESC, t.id
LIMIT $limit
MATCH (t)-[a:ASSIGNED_TO]->(g:Agency)
RETURN t.id AS task_id, t.text AS task, t.norm AS norm, t.quote AS quote, t.section AS section, t.page AS page,
       t.deadline_text AS deadline, t.deadline_kind AS deadline_kind, t.due_on AS due_on, t.due_month AS due_month, t.due_day AS due_day, t.due_days AS due_days, t.due_from AS due_from,
       t.due_to AS due_to, t.due_every AS due_every, t.product AS product,
       a.role AS role, a.text AS actor, g.id AS agency_id, g.name AS agency, g.is_group AS is_group,
       d.id AS document_id, d.number AS number, d.title AS title, d.issued_on AS issued_on,
       d.doc_type AS doc_type, d.issuer AS issuer, d.norm AS document_norm,
       d.abbreviations AS abbreviations
ORDER BY task_id, role, agency_id
