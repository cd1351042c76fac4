// Những từ nào đứng trong các nhiệm vụ, mỗi từ trong bao nhiêu nhiệm vụ?
// Which words stand in the tasks, each in how many?
MATCH (t:Task)
UNWIND split(t.norm, ' ') AS word
RETURN word, count(DISTINCT t) AS tasks
ORDER BY word
