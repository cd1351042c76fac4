// Ai ký những văn bản này, với chức vụ gì?
// Who signed these documents, in which position?
// $ids (list): mã văn bản
MATCH (d:Document)-[s:SIGNED_BY]->(p:Person)
WHERE d.id IN $ids
RETURN d.id AS document_id, p.name AS name, s.position AS position, s.capacity AS capacity
ORDER BY document_id, name
