-- A draft that opens by itself at a time.
ALTER TABLE "WrittenProcedures" ADD COLUMN "OpensAt" timestamptz NULL;
ALTER TABLE "WrittenProcedures" ADD COLUMN "PlannedOpening" text NULL;
ALTER TABLE "WrittenProcedures" ADD COLUMN "OpeningProblem" text NULL;

CREATE INDEX "IX_WrittenProcedures_OpensAt" ON "WrittenProcedures" ("OpensAt") WHERE "OpensAt" IS NOT NULL;
