// Văn bản này đặt ra những chỉ tiêu nào?
// Which targets does this document set?
// $id (text): mã văn bản
MATCH (t:Target)-[:STATED_IN]->(d:Document {id: $id})
RETURN t.id AS target_id, t.ordinal AS ordinal, t.indicator AS indicator, t.comparator AS comparator, t.value AS value,
       t.value_max AS value_max, t.unit AS unit, t.by AS by_year, t.quote AS quote
ORDER BY ordinal
