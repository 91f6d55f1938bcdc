-- Files that cases have put where open documents lie, on record before the file is there; those of a case that is closed have to leave.
CREATE TABLE "OpenCopies" (
    "Path" text NOT NULL,
    "ProcedureId" uuid NOT NULL,
    "CreatedAt" timestamptz NOT NULL,
    "MovesTo" text,
    "DueAt" timestamptz,
    "Attempts" integer NOT NULL,
    "LeftAt" timestamptz,
    CONSTRAINT "PK_OpenCopies" PRIMARY KEY ("Path", "ProcedureId"),
    CONSTRAINT "FK_OpenCopies_WrittenProcedures_ProcedureId" FOREIGN KEY ("ProcedureId") REFERENCES "WrittenProcedures" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_OpenCopies_ProcedureId" ON "OpenCopies" ("ProcedureId");
CREATE INDEX "IX_OpenCopies_DueAt" ON "OpenCopies" ("DueAt") WHERE "LeftAt" IS NULL;
