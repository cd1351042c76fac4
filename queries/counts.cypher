// Trong đồ thị có bao nhiêu nút mỗi loại?
// How many nodes of each kind does the graph hold?
MATCH (n)
UNWIND labels(n) AS kind
RETURN kind, count(n) AS nodes
ORDER BY kind
