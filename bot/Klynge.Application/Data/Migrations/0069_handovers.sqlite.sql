-- A forum that ends gives what it has open to the one that follows, and is history from a day on.
ALTER TABLE "Forums" ADD COLUMN "HistoricFrom" TEXT NULL;

CREATE TABLE "Handovers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Handovers" PRIMARY KEY,
    "FromForumId" TEXT NOT NULL,
    "ToForumId" TEXT NOT NULL,
    "LastDay" TEXT NOT NULL,
    "MadeById" TEXT NOT NULL,
    "MadeAt" TEXT NOT NULL,
    "Contents" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    CONSTRAINT "FK_Handovers_Forums_FromForumId" FOREIGN KEY ("FromForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Handovers_Forums_ToForumId" FOREIGN KEY ("ToForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Handovers_People_MadeById" FOREIGN KEY ("MadeById") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_Handovers_FromForumId" ON "Handovers" ("FromForumId");
CREATE INDEX "IX_Handovers_ToForumId" ON "Handovers" ("ToForumId");
CREATE INDEX "IX_Handovers_MadeById" ON "Handovers" ("MadeById");
