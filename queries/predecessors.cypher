// Những cơ quan này kế thừa các cơ quan nào, từ ngày nào, theo văn bản nào?
// Which agencies did these succeed, since when, on which basis?
// $ids (list): mã cơ quan
MATCH (before:Agency)-[r:SUCCEEDED_BY|MERGED_INTO]->(g:Agency)
WHERE g.id IN $ids
RETURN before.id AS from_id, before.name AS from_name, g.id AS to_id, g.name AS to_name, r.on AS on_date,
       r.basis AS basis, r.change AS change, r.functions AS functions
ORDER BY from_id, on_date, to_id
