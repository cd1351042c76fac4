// Trong đồ thị có bao nhiêu nhiệm vụ?
// How many tasks does the graph hold?
MATCH (t:Task)
RETURN count(t) AS tasks
