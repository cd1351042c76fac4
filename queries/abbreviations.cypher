// Các văn bản tự định nghĩa những chữ viết tắt nào?
// Which abbreviations do the documents define?
MATCH (d:Document)
WHERE d.abbreviations IS NOT NULL
UNWIND d.abbreviations AS abbreviation
RETURN abbreviation, count(d) AS documents
ORDER BY abbreviation
