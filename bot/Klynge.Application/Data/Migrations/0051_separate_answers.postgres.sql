-- Answers and results of each recommendation of a case, where the forum's rules want it so.
ALTER TABLE "WrittenProcedures" ADD COLUMN "SeparateRecommendations" integer NULL;
ALTER TABLE "WrittenProcedures" ADD COLUMN "Outcomes" text NULL;
ALTER TABLE "RollEntries" ADD COLUMN "Answers" text NULL;
ALTER TABLE "Votes" ADD COLUMN "Answers" text NULL;
