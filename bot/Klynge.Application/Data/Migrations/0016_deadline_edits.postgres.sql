-- A deadline can be corrected, and the correction taken back; one can be found in the case of a written procedure.
ALTER TABLE "DeadlineChanges" ADD COLUMN "TitleBefore" text;
ALTER TABLE "DeadlineChanges" ADD COLUMN "ResponsibleIdBefore" uuid;
ALTER TABLE "DeadlineChanges" ADD COLUMN "ResponsibleRoleBefore" integer;
ALTER TABLE "Deadlines" ADD COLUMN "ProcedureId" uuid;
ALTER TABLE "Deadlines" ADD CONSTRAINT "FK_Deadlines_WrittenProcedures_ProcedureId" FOREIGN KEY ("ProcedureId") REFERENCES "WrittenProcedures" ("Id") ON DELETE RESTRICT;
ALTER TABLE "FoundDeadlines" ADD COLUMN "ProcedureId" uuid;
CREATE INDEX "IX_Deadlines_ProcedureId" ON "Deadlines" ("ProcedureId");
