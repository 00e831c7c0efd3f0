import { typographier } from "../../redaction";
import type { Bareme } from "../../regles";
import type { TypeDeTableau } from "../../tableau";
import type { Composition } from "../composer";
import { demander } from "../dossier/commun";
import { ecrirePhrase } from "../formes";
import { FORMAT_DATE, formuleDuTexte } from "../jours";
import type { Matiere } from "../matiere";
import type { Validation } from "../plan";
import { TITRE, blanc, paragraphe, reserver } from "../textes";
import { LARGEURS } from "./largeurs";
import { TABULATIONS } from "./situation";

/** Ce que le contrat fait des objectifs de rattrapage. */
const OBJECTIFS: Readonly<Record<TypeDeTableau, string>> = {
  mutualisant:
    "Il répartit les objectifs de rattrapage entre les communes, sans que leur somme passe sous celle des objectifs légaux (mutualisation : L. 302-8, X).",
  abaissant:
    "Il fixe des objectifs de rattrapage abaissés, sans passer sous les planchers du IX de l'article L. 302-8.",
  "sans aménagement":
    "Il reprend les objectifs légaux de rattrapage sans les moduler : il formalise les moyens mobilisés et organise le suivi des projets.",
  arrondissements:
    "Il répartit les objectifs entre les arrondissements, et oriente en priorité une part de la production vers ceux qui ont moins de 15 % de logements sociaux (L. 302-8-1, I).",
};

/** Pourquoi un contrat, et ce qu'il engage : les phrases de la trame, dans nos mots. */
export function ambitions(page: Composition, { controle }: Matiere, seule: boolean): void {
  const { bareme, type } = controle;
  page.paragraphe("Enjeux et ambitions", TITRE, 20);
  const phrases = [
    "La loi du 21 février 2022, dite « 3DS », a pérennisé pour les communes encore déficitaires un rattrapage soutenable, que le contrat de mixité sociale peut adapter au territoire.",
    `Compte tenu des difficultés rencontrées pour produire du logement social, ${seule || type === "arrondissements" ? "la commune a" : "les communes ont"} souhaité conclure ce contrat pour la période ${bareme.periode}. ${OBJECTIFS[type]}`,
    "Selon l'article L. 302-8-1 du code de la construction et de l'habitation, il est un cadre d'engagement de moyens, qui doit permettre d'atteindre ces objectifs. Il décrit les dynamiques du logement social sur le territoire, évalue les moyens déjà employés et désigne ceux qui peuvent l'être à court et à moyen terme. Il est aussi, pendant toute la période, un lieu d'échanges entre ses signataires et leurs partenaires.",
  ];
  for (const phrase of phrases) paragraphe(page, typographier(phrase));
  blanc(
    page,
    "[Difficultés rencontrées, enjeux et ambitions propres au territoire : foncier, urbanisme, financement, acceptation des projets…]"
  );
}

/** Comment le contrat a été élaboré ; avec, pour une mutualisation, l'avis de la commission nationale SRU. */
export function elaborer(page: Composition, matiere: Matiere, validations: Validation[]): void {
  const { controle, forme } = matiere;
  page.paragraphe("Élaboration du contrat", TITRE, 20);
  blanc(
    page,
    "[Comité de pilotage, partenaires associés et modalités de concertation : qui, quand, comment]"
  );
  if (controle.type !== "mutualisant") return;
  const avis = (date: string | null, sens: string | null) =>
    ecrirePhrase(forme, [
      "La commission nationale SRU (L. 302-9-1-1) a rendu son avis sur la mutualisation le ",
      { formule: date, valeur: "[date]" },
      " : avis ",
      { formule: sens, valeur: "[favorable ou défavorable]" },
      ". Cet avis est simple (L. 302-8, X, al. 1).",
    ]);
  const ecrire = reserver(page, avis(null, null));
  if (forme === "valeurs") {
    ecrire(avis(null, null));
    return;
  }
  const date = demander(page, LARGEURS, TABULATIONS, {
    libelle: "Avis de la commission rendu le",
    style: { format: FORMAT_DATE, horizontal: "centre" },
    aide: "La phrase ci-dessus reprend la date et le sens de l'avis.",
  });
  const sens = demander(page, LARGEURS, TABULATIONS, {
    libelle: "Sens de l'avis",
    style: { horizontal: "centre" },
  });
  const { debut, fin } = controle.bareme;
  validations.push(
    {
      plage: date,
      regle: { date: { min: `${debut - 1}-01-01`, max: `${fin}-12-31` } },
      invite: { titre: "Avis rendu le", texte: "Date de l’avis : jj/mm/aaaa." },
      alerte: {
        titre: "Date inattendue",
        texte: `Une date entre le 01/01/${debut - 1} et le 31/12/${fin} est attendue. Une autre est possible : vérifiez l’année.`,
      },
    },
    {
      plage: sens,
      regle: { liste: ["favorable", "défavorable"] },
      invite: { titre: "Sens de l’avis", texte: "Défavorable, il n’interdit pas le contrat." },
      alerte: { titre: "Réponse inattendue", texte: "Favorable ou défavorable." },
    }
  );
  ecrire(
    avis(
      `IF(ISNUMBER(${date}),${formuleDuTexte(date)},"[date]")`,
      `IF(${sens}="","[favorable ou défavorable]",${sens})`
    )
  );
}

/** L'organisation du contrat en trois volets. */
export function organiser(page: Composition, { periode }: Bareme): void {
  page.paragraphe("Organisation du contrat", TITRE, 20);
  for (const volet of [
    "1er volet – Points de repères sur le logement social",
    "2e volet – Outils et leviers d'action pour le développement du logement social",
    `3e volet – Objectifs, engagements et projets : la feuille de route pour ${periode}`,
  ])
    paragraphe(page, typographier(volet));
}
