// Trong đồ thị có bao nhiêu quan hệ mỗi loại?
// How many relations of each type does the graph hold?
MATCH ()-[r]->()
RETURN type(r) AS relation, count(r) AS edges
ORDER BY relation
