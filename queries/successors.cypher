// Những cơ quan này được cơ quan nào kế thừa, từ ngày nào, theo văn bản nào?
// Which agencies succeeded these, since when, on which basis?
// $ids (list): mã cơ quan
MATCH (g:Agency)-[r:SUCCEEDED_BY|MERGED_INTO]->(after:Agency)
WHERE g.id IN $ids
RETURN g.id AS from_id, g.name AS from_name, after.id AS to_id, after.name AS to_name, r.on AS on_date,
       r.basis AS basis, r.change AS change, r.functions AS functions
ORDER BY from_id, on_date, to_id
