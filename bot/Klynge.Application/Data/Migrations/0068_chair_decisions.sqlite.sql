-- What the chair decides between meetings, and who has called it in.
CREATE TABLE "ChairDecisions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ChairDecisions" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Decision" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "Ground" INTEGER NOT NULL,
    "IsClosed" INTEGER NOT NULL,
    "MadeById" TEXT NOT NULL,
    "MadeBy" TEXT NOT NULL,
    "IsOfDeputy" INTEGER NOT NULL,
    "MadeAt" TEXT NOT NULL,
    "Source" TEXT NULL,
    "ItemId" TEXT NULL,
    "CalledInById" TEXT NULL,
    "CalledInBy" TEXT NULL,
    "CalledInAt" TEXT NULL,
    CONSTRAINT "FK_ChairDecisions_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ChairDecisions_People_MadeById" FOREIGN KEY ("MadeById") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ChairDecisions_People_CalledInById" FOREIGN KEY ("CalledInById") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ChairDecisions_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ChairDecisions_ForumId" ON "ChairDecisions" ("ForumId");
CREATE INDEX "IX_ChairDecisions_MadeById" ON "ChairDecisions" ("MadeById");
CREATE INDEX "IX_ChairDecisions_CalledInById" ON "ChairDecisions" ("CalledInById");
CREATE INDEX "IX_ChairDecisions_ItemId" ON "ChairDecisions" ("ItemId");
