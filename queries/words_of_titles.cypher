// Những từ nào đứng trong số hiệu, tên gọi và nơi ban hành của các văn bản?
// Which words stand in the numbers, titles and issuers of the documents?
MATCH (d:Document)
WHERE d.norm IS NOT NULL
UNWIND split(d.norm, ' ') AS word
RETURN word, count(DISTINCT d) AS documents
ORDER BY word
