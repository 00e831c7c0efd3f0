import { typographier } from "../../redaction";
import type { Composition } from "../composer";
import { demander, titrer } from "../dossier/commun";
import { ecrireCellule, ecrirePhrase } from "../formes";
import {
  FORMAT_DATE,
  decaler,
  ecrireJour,
  formuleDuDecalage,
  formuleDuJour,
  formuleDuTexte,
  serieDe,
  type Jour,
} from "../jours";
import type { Matiere } from "../matiere";
import type { Contenu, Validation } from "../plan";
import { TITRE, note, paragraphe, reserver } from "../textes";
import { LARGEURS, TABULATIONS } from "./largeurs";

/** Le terme du contrat, et la cellule qui le porte. */
export interface Terme {
  jour: Jour;
  cellule: string;
}

/** Mois entre le comité qui se prononce sur la suite et le terme, au moins (trame, article 4). */
const MOIS_AVANT_LE_TERME = 6;

/** Effets, durée et modification. La date de fin est un blanc de la trame : la fin de la période est proposée. */
export function fixerLaDuree(
  page: Composition,
  matiere: Matiere,
  validations: Validation[]
): Terme {
  const { forme, controle } = matiere;
  const { debut, fin, periode } = controle.bareme;
  const jour = { annee: fin, mois: 12, jour: 31 };
  page.paragraphe("Effets, durée d’application, modalités de modification", TITRE, 20);
  if (controle.type === "mutualisant" || controle.type === "abaissant")
    paragraphe(
      page,
      typographier(
        `Les objectifs retenus à l'article 2 sont opposables pour la période ${periode} : le préfet les notifie, et le bilan triennal s'y réfère.`
      )
    );
  const avant = decaler(jour, -MOIS_AVANT_LE_TERME);
  const phraseDe = (cellule: string) =>
    ecrirePhrase(forme, [
      "Le présent contrat de mixité sociale est valable jusqu'au ",
      { formule: enTexte(cellule, cellule), valeur: ecrireJour(jour) },
      ". Au moins six mois avant ce terme, donc le ",
      {
        formule: enTexte(cellule, `EDATE(${cellule},-${MOIS_AVANT_LE_TERME})`),
        valeur: ecrireJour(avant),
      },
      ` au plus tard, le comité de pilotage se réunit et se prononce sur l'opportunité d'un nouveau contrat pour la période ${fin + 1}-${fin + 3}, et sur la façon de l'élaborer.`,
    ]);
  const ecrire = reserver(page, phraseDe("A1"));
  const cellule = demander(page, LARGEURS, TABULATIONS, {
    libelle: "Date de fin du contrat",
    contenu: ecrireCellule(forme, { formule: formuleDuJour(jour), valeur: serieDe(jour) }),
    style: { format: FORMAT_DATE, horizontal: "centre", gras: true },
    aide: "Proposée : la fin de la période. Le contrat dure trois ans, renouvelables (L. 302-8-1, I).",
  });
  validations.push({
    plage: cellule,
    regle: { date: { min: `${debut}-01-01`, max: `${fin + 1}-12-31` } },
    invite: {
      titre: "Date de fin du contrat",
      texte: "jj/mm/aaaa. La date du comité qui précède le terme en dépend.",
    },
    alerte: {
      titre: "Date inattendue",
      texte: `Une date entre le 01/01/${debut} et le 31/12/${fin + 1} est attendue : le contrat dure trois ans. Une autre est possible ; vérifiez l’année.`,
    },
  });
  ecrire(phraseDe(cellule));
  paragraphe(
    page,
    "Le contrat peut faire l’objet d’avenants, selon la procédure suivie pour son élaboration."
  );
  return { jour, cellule };
}

const enTexte = (cellule: string, date: string): string =>
  `IF(ISNUMBER(${cellule}),${formuleDuTexte(date)},"[date]")`;

/** Un comité à tenir. */
interface Comite {
  nom: string;
  /** Mois avant le terme. */
  avant: number;
  objet: string;
  /** Ce que le contrôle vérifie, en mots et en formule ; `b` : la date limite, `c` : la date retenue. */
  verifie: string;
  test: (b: string, c: string) => string;
}

const AVANCEMENT = "Avancement des engagements (article 1) et des projets (article 3)";
const [LIMITE, RETENUE, CONTROLE, OBJET] = [1, 2, 3, 4];

/** Les comités à tenir : un par an, et le dernier au moins six mois avant le terme. */
export function fixerLesComites(
  page: Composition,
  { forme, controle }: Matiere,
  terme: Terme,
  validations: Validation[]
): void {
  const { debut, fin } = controle.bareme;
  const annuel = {
    verifie: "dans l'année",
    test: (b: string, c: string) => `YEAR(${c})=YEAR(${b})`,
  };
  const comites: Comite[] = [
    { nom: "Comité de la première année", avant: 24, objet: AVANCEMENT, ...annuel },
    { nom: "Comité de la deuxième année", avant: 12, objet: AVANCEMENT, ...annuel },
    {
      nom: "Comité de la troisième année, avant le terme",
      avant: MOIS_AVANT_LE_TERME,
      objet: `${AVANCEMENT} ; opportunité et modalités d'un nouveau contrat`,
      verifie: "au moins 6 mois avant le terme",
      test: (b, c) => `${c}<=${b}`,
    },
  ];
  const autres = 2;
  const lignes = comites.length + autres;
  const vivante = forme !== "valeurs";
  page.paragraphe("Calendrier des comités de pilotage", TITRE, 22);
  titrer(
    page,
    ["Réunion", "Au plus tard le", "Date retenue", vivante ? "Contrôle" : "Réunion tenue", "Objet"],
    { lignes, hauteur: 28, titre: 22 }
  );
  page.styler(LIMITE, 2, lignes, { format: FORMAT_DATE, horizontal: "centre" });
  page.styler(CONTROLE, 1, lignes, { horizontal: "centre" });
  validations.push({
    plage: page.plage(RETENUE, 1, lignes),
    regle: { date: { min: `${debut}-01-01`, max: `${fin + 1}-12-31` } },
    invite: { titre: "Date retenue", texte: "Date de la réunion : jj/mm/aaaa." },
    alerte: {
      titre: "Date inattendue",
      texte: `Une date entre le 01/01/${debut} et le 31/12/${fin + 1} est attendue. Une autre est possible : vérifiez l’année.`,
    },
  });
  if (!vivante)
    validations.push({
      plage: page.plage(CONTROLE, 1, lignes),
      regle: { liste: ["Oui", "Non"] },
      invite: { titre: "Réunion tenue", texte: "Oui ou Non." },
    });
  for (const { nom, avant, objet, verifie, test } of comites) {
    const [b, c] = [page.cellule(LIMITE), page.cellule(RETENUE)];
    const date = ecrireCellule(forme, {
      formule: formuleDuDecalage(terme.cellule, -avant),
      valeur: serieDe(decaler(terme.jour, -avant)),
    });
    const dit = typographier(`${verifie} : `);
    const verdict: Contenu = vivante
      ? ecrireCellule(forme, {
          formule: `IF(AND(ISNUMBER(${b}),ISNUMBER(${c})),"${dit}"&IF(${test(b, c)},"oui","non"),"date à fixer")`,
          valeur: "date à fixer",
        })
      : null;
    page.blocs.push({
      ancre: page.cellule(0),
      contenus: [[nom, date, null, verdict, typographier(objet)]],
    });
    page.sauter();
  }
  page.ranger(0, Array<string>(autres).fill("[Autre réunion]"));
  page.ranger(OBJET, Array<string>(autres).fill("[Objet]"));
  page.sauter(autres);
  note(
    page,
    "Les deux premières dates sont proposées : le guide demande une réunion par an au moins. La troisième vient de la trame (article 4) : au moins six mois avant le terme. Aucune n'est fixée par la loi."
  );
}
