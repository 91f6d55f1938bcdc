-- A forum that ends gives what it has open to the one that follows, and is history from a day on.
ALTER TABLE "Forums" ADD COLUMN "HistoricFrom" date NULL;

CREATE TABLE "Handovers" (
    "Id" uuid NOT NULL CONSTRAINT "PK_Handovers" PRIMARY KEY,
    "FromForumId" uuid NOT NULL,
    "ToForumId" uuid NOT NULL,
    "LastDay" date NOT NULL,
    "MadeById" uuid NOT NULL,
    "MadeAt" timestamptz NOT NULL,
    "Contents" text NOT NULL,
    "Sha256" text NOT NULL,
    CONSTRAINT "FK_Handovers_Forums_FromForumId" FOREIGN KEY ("FromForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Handovers_Forums_ToForumId" FOREIGN KEY ("ToForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Handovers_People_MadeById" FOREIGN KEY ("MadeById") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_Handovers_FromForumId" ON "Handovers" ("FromForumId");
CREATE INDEX "IX_Handovers_ToForumId" ON "Handovers" ("ToForumId");
CREATE INDEX "IX_Handovers_MadeById" ON "Handovers" ("MadeById");
