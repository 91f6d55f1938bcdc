-- What members of a forum ask the chairs of the forum above, and what came of it.
CREATE TABLE "ChairQuestions" (
    "Id" uuid NOT NULL CONSTRAINT "PK_ChairQuestions" PRIMARY KEY,
    "ForumId" uuid NOT NULL,
    "FromForumId" uuid NOT NULL,
    "AskerId" uuid NOT NULL,
    "Text" text NOT NULL,
    "AskedAt" timestamptz NOT NULL,
    "Answer" text NULL,
    "ItemId" uuid NULL,
    "AnsweredAt" timestamptz NULL,
    "AnsweredById" uuid NULL,
    CONSTRAINT "FK_ChairQuestions_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ChairQuestions_Forums_FromForumId" FOREIGN KEY ("FromForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ChairQuestions_People_AskerId" FOREIGN KEY ("AskerId") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ChairQuestions_People_AnsweredById" FOREIGN KEY ("AnsweredById") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ChairQuestions_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ChairQuestions_ForumId" ON "ChairQuestions" ("ForumId");
CREATE INDEX "IX_ChairQuestions_FromForumId" ON "ChairQuestions" ("FromForumId");
CREATE INDEX "IX_ChairQuestions_AskerId" ON "ChairQuestions" ("AskerId");
CREATE INDEX "IX_ChairQuestions_AnsweredById" ON "ChairQuestions" ("AnsweredById");
CREATE INDEX "IX_ChairQuestions_ItemId" ON "ChairQuestions" ("ItemId");
