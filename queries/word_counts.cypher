// Mỗi từ có trong bao nhiêu nhiệm vụ?
// In how many tasks does each word stand?
// $words (list): từ đã bỏ dấu, một khoảng trắng ở hai đầu
UNWIND $words AS word
MATCH (t:Task)
WHERE ' ' + t.norm + ' ' CONTAINS word
RETURN word, count(t) AS tasks
ORDER BY word
