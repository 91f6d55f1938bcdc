-- Each answer writes here; what is a month old is forgotten by a scan once a night, which needs no index.
DROP INDEX "IX_ProcessedActivities_At";
