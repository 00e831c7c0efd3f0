import { typographier } from "../../redaction";
import { Composition } from "../composer";
import { enFeuille, ouvrir, titrer } from "../dossier/commun";
import { ecrireCellule, type FormeDesFormules } from "../formes";
import { FORMAT_DATE, formuleDuDecalage, formuleDuJour, serieDe, type Jour } from "../jours";
import { hauteurDuTexte } from "../lignes-de-texte";
import type { Matiere } from "../matiere";
import type { Contenu, PlanDeFeuille, Style, Validation } from "../plan";
import { note } from "../textes";
import { echeanceDe, etapesDe, type Cle, type Etape } from "./etapes";

const [ECHEANCE, , REELLE, RESPONSABLE, ETAT, SUIVI] = [1, 2, 3, 4, 5, 6] as const;
const ETATS = ["À faire", "En cours", "Fait"];
const CORPS = 9;

/** « Calendrier 2026-2028 ». */
export function nomCalendrier(periode: string): string {
  return `Calendrier ${periode}`;
}

/** Les étapes du contrat, de la demande au bilan, leurs échéances et leur état. */
export function planCalendrier(matiere: Matiere, nom: string): PlanDeFeuille {
  const { forme, controle } = matiere;
  const { debut, fin, periode } = controle.bareme;
  const largeurs = largeursPour(forme);
  const dates = {
    debut: { annee: debut, mois: 1, jour: 1 },
    terme: { annee: fin, mois: 12, jour: 31 },
  };
  const page = new Composition(largeurs.length);
  ouvrir(page, matiere, `Calendrier du contrat de mixité sociale (${periode})`);
  const depart = partir(page, forme, dates);
  const etapes = etapesDe(matiere);
  const titres = page.ligne;
  titrer(page, titresPour(forme), { lignes: etapes.length, hauteur: 30, titre: 26 });
  page.styler(ECHEANCE, 3, etapes.length, { format: FORMAT_DATE, horizontal: "centre" });
  page.styler(ETAT, largeurs.length - 1 - ETAT, etapes.length, { horizontal: "centre" });
  const validations = [...saisies(page, etapes.length, controle.bareme), ...depart.validations];
  const lignes = new Map(etapes.map(({ cle }, rang) => [cle, page.ligne + rang]));
  for (const etape of etapes) {
    page.dimensionner(1, hauteurDe(etape, largeurs));
    const valeur = serieDe(echeanceDe(etape, dates, etapes));
    const formule = formuleDe(etape, depart, lignes);
    const cellules = [ECHEANCE, REELLE, ETAT].map((colonne) => page.cellule(colonne));
    page.blocs.push({
      ancre: page.cellule(0),
      contenus: [
        [
          typographier(etape.nom),
          ecrireCellule(forme, { formule, valeur }),
          etape.nature,
          null,
          typographier(etape.responsable),
          etape.borne ? null : (ETATS[0] ?? null),
          ...(forme === "valeurs" ? [] : [suivre(etape, cellules, depart.situation)]),
          typographier(etape.source),
        ],
      ],
    });
    page.sauter();
  }
  note(page, LEGENDE);
  return enFeuille(page, matiere, {
    nom,
    titre: "calendrier",
    largeurs,
    repetees: [titres, titres],
    figeeJusqua: titres,
    validations,
  });
}

const LEGENDE =
  "Échéances. Loi : fixée par un article. Trame, Guide : demandée par le guide de la DHUP de décembre 2022, ou par sa trame de contrat. Contrat : écrite par les signataires. Proposée : par Complément CMS, aucun texte ne la fixe. Toutes se modifient ; celles qui en dépendent suivent.";

/** La colonne du suivi compare à la date du jour : sans formules, elle n'a pas de sens. */
function largeursPour(forme: FormeDesFormules): number[] {
  const communes = [164, 62, 56, 62, 96, 52];
  return forme === "valeurs" ? [...communes, 228] : [...communes, 72, 156];
}

function titresPour(forme: FormeDesFormules): string[] {
  const communs = ["Étape", "Échéance", "Fixée par", "Date réelle", "Responsable", "État"];
  return forme === "valeurs"
    ? [...communs, "Article ou source"]
    : [...communs, "Suivi", "Article ou source"];
}

interface Depart {
  debut: string;
  terme: string;
  /** La date à laquelle le suivi se lit. */
  situation: string;
  validations: Validation[];
}

/** Les dates dont les autres dépendent : le début de la période, le terme du contrat, et celle du jour. */
function partir(
  page: Composition,
  forme: FormeDesFormules,
  dates: { debut: Jour; terme: Jour }
): Depart {
  const nomme: Style = { taille: 8, horizontal: "centre", vertical: "bas", renvoiALaLigne: true };
  const vivante = forme !== "valeurs";
  const annonces: [colonne: number, texte: string][] = [
    [ECHEANCE, "Début de la période"],
    [REELLE, "Terme du contrat"],
    ...(vivante ? [[SUIVI, "Situation au"] as [number, string]] : []),
  ];
  page.ligneHaute(SUIVI + 1, nomme, 26);
  for (const [colonne, texte] of annonces) page.poser(colonne, texte);
  page.sauter();
  const contenus: [colonne: number, contenu: Contenu][] = [
    [ECHEANCE, enDate(forme, dates.debut)],
    [REELLE, enDate(forme, dates.terme)],
    // La date du jour, que l'agent peut remplacer ; elle n'est connue qu'à l'ouverture.
    ...(vivante ? [[SUIVI, { formule: "=TODAY()", valeurs: [[null]] }] as [number, Contenu]] : []),
  ];
  page.ligneHaute(1, { taille: CORPS, gras: true, vertical: "milieu" }, 20);
  page.poser(0, "Dates de départ");
  for (const [colonne, contenu] of contenus) {
    page.poser(colonne, contenu);
    page.styler(colonne, 1, 1, DATE_DE_DEPART);
  }
  const [debut, terme, situation] = [ECHEANCE, REELLE, SUIVI].map((c) => page.cellule(c));
  const { annee } = dates.debut;
  const validations: Validation[] = [
    {
      plage: page.cellule(REELLE),
      regle: { date: { min: `${annee}-01-01`, max: `${annee + 3}-12-31` } },
      invite: {
        titre: "Terme du contrat",
        texte: "Le même qu’à l’article 4 : jj/mm/aaaa. Les comités se calculent depuis lui.",
      },
      alerte: {
        titre: "Date inattendue",
        texte: `Une date entre le 01/01/${annee} et le 31/12/${annee + 3} est attendue : le contrat dure trois ans. Une autre est possible ; vérifiez l’année.`,
      },
    },
  ];
  page.sauter(2);
  return { debut: debut ?? "", terme: terme ?? "", situation: situation ?? "", validations };
}

const DATE_DE_DEPART: Style = {
  taille: CORPS,
  gras: true,
  horizontal: "centre",
  vertical: "milieu",
  format: FORMAT_DATE,
  bordures: { haut: "fin", bas: "fin", gauche: "fin", droite: "fin" },
};

function enDate(forme: FormeDesFormules, jour: Jour): Contenu {
  return ecrireCellule(forme, { formule: formuleDuJour(jour), valeur: serieDe(jour) });
}

/** L'échéance se calcule depuis le départ, ou depuis l'échéance d'une autre étape. */
function formuleDe(
  { calcul: { depuis, mois, reelle } }: Etape,
  { debut, terme }: Depart,
  lignes: ReadonlyMap<Cle, number>
): string {
  if (depuis === "debut") return `EOMONTH(${absolue(debut)},${mois - 1})`;
  if (depuis === "terme") return formuleDuDecalage(absolue(terme), mois);
  const ligne = lignes.get(depuis) ?? 0;
  const [proposee, vraie] = [`B${ligne}`, `D${ligne}`];
  return formuleDuDecalage(reelle ? `IF(ISNUMBER(${vraie}),${vraie},${proposee})` : proposee, mois);
}

/** Ce qui est fait, ce qui l'a été après l'échéance, ce qui est en retard : en mots. */
function suivre({ borne }: Etape, cellules: readonly string[], situation: string): Contenu {
  if (borne) return null;
  const [echeance, reelle, etat] = cellules;
  const jour = absolue(situation);
  const fait = `IF(AND(ISNUMBER(${reelle}),ISNUMBER(${echeance}),${reelle}>${echeance}),"Fait, après l’échéance","Fait")`;
  const retard = `IF(AND(ISNUMBER(${echeance}),ISNUMBER(${jour}),${echeance}<${jour}),"En retard de "&INT(${jour}-${echeance})&"\u00A0j","")`;
  return {
    formule: `=IF(OR(${etat}="Fait",ISNUMBER(${reelle})),${fait},${retard})`,
    valeurs: [[null]],
  };
}

/** « B4 » → « $B$4 ». */
function absolue(cellule: string): string {
  return cellule.replace(/([A-Z]+)(\d+)/, "$$$1$$$2");
}

function saisies(
  page: Composition,
  lignes: number,
  { debut, fin }: { debut: number; fin: number }
): Validation[] {
  return [
    {
      plage: page.plage(REELLE, 1, lignes),
      regle: { date: { min: `${debut - 1}-01-01`, max: `${fin + 2}-12-31` } },
      invite: { titre: "Date réelle", texte: "jj/mm/aaaa, une fois l’étape faite." },
      alerte: {
        titre: "Date inattendue",
        texte: `Une date entre le 01/01/${debut - 1} et le 31/12/${fin + 2} est attendue. Une autre est possible : vérifiez l’année.`,
      },
    },
    {
      plage: page.plage(ETAT, 1, lignes),
      regle: { liste: ETATS },
      invite: { titre: "État", texte: "À faire, en cours ou fait." },
      alerte: {
        titre: "État inattendu",
        texte: "À faire, En cours ou Fait : le suivi lit ces mots.",
      },
    },
  ];
}

function hauteurDe({ nom, responsable, source }: Etape, largeurs: readonly number[]): number {
  const textes = [
    [nom, 0],
    [responsable, RESPONSABLE],
    [source, largeurs.length - 1],
  ] as const;
  return Math.max(
    20,
    ...textes.map(([texte, colonne]) => hauteurDuTexte(texte, largeurs[colonne] ?? 0, CORPS))
  );
}
