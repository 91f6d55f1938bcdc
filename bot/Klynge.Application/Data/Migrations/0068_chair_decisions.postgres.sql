-- What the chair decides between meetings, and who has called it in.
CREATE TABLE "ChairDecisions" (
    "Id" uuid NOT NULL CONSTRAINT "PK_ChairDecisions" PRIMARY KEY,
    "ForumId" uuid NOT NULL,
    "Title" text NOT NULL,
    "Decision" text NOT NULL,
    "Reason" text NOT NULL,
    "Ground" integer NOT NULL,
    "IsClosed" boolean NOT NULL,
    "MadeById" uuid NOT NULL,
    "MadeBy" text NOT NULL,
    "IsOfDeputy" boolean NOT NULL,
    "MadeAt" timestamptz NOT NULL,
    "Source" text NULL,
    "ItemId" uuid NULL,
    "CalledInById" uuid NULL,
    "CalledInBy" text NULL,
    "CalledInAt" timestamptz NULL,
    CONSTRAINT "FK_ChairDecisions_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ChairDecisions_People_MadeById" FOREIGN KEY ("MadeById") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ChairDecisions_People_CalledInById" FOREIGN KEY ("CalledInById") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ChairDecisions_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ChairDecisions_ForumId" ON "ChairDecisions" ("ForumId");
CREATE INDEX "IX_ChairDecisions_MadeById" ON "ChairDecisions" ("MadeById");
CREATE INDEX "IX_ChairDecisions_CalledInById" ON "ChairDecisions" ("CalledInById");
CREATE INDEX "IX_ChairDecisions_ItemId" ON "ChairDecisions" ("ItemId");
