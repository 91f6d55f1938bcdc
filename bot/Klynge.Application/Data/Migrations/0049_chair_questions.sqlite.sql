-- What members of a forum ask the chairs of the forum above, and what came of it.
CREATE TABLE "ChairQuestions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ChairQuestions" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "FromForumId" TEXT NOT NULL,
    "AskerId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "Answer" TEXT NULL,
    "ItemId" TEXT NULL,
    "AnsweredAt" TEXT NULL,
    "AnsweredById" TEXT NULL,
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
