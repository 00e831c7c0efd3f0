import { typographier } from "../../redaction";
import { plageDe } from "../../tableau";
import { Composition } from "../composer";
import { PETIT, enFeuille, ouvrir, titrer } from "../dossier/commun";
import { ecrirePhrase } from "../formes";
import { FORMAT_DATE } from "../jours";
import { hauteurDuTexte } from "../lignes-de-texte";
import type { Matiere } from "../matiere";
import type { PlanDeFeuille, Validation } from "../plan";
import { note, paragraphe } from "../textes";
import {
  compterLesCommunes,
  nommerLesCommunes,
  nomsDesCommunes,
  signatairesHorsCommunes,
  type Signataire,
} from "./signataires";

const COLONNES = [
  ["Partie", 92],
  ["Commune, établissement ou service", 150],
  ["Représentée par (prénom, nom)", 126],
  ["Qualité", 92],
  ["Organe qui délibère", 114],
  ["Délibération du", 70],
  ["Signature", 76],
] as const;
const LARGEURS = COLONNES.map(([, largeur]) => largeur);
const NOM = 1;
const DELIBERATION = 5;
/** De quoi écrire deux lignes, en points. */
const HAUTEUR = 30;
/** Pour les lignes que nous avons remplies de plus de texte. */
const HAUTEUR_HORS_COMMUNES = 42;

/** « Parties 2026-2028 ». */
export function nomParties(periode: string): string {
  return `Parties ${periode}`;
}

/** Qui conclut le contrat, représenté par qui, autorisé par quelle délibération : l'en-tête « Entre… » de la trame, en tableau. */
export function planParties(matiere: Matiere, nom: string): PlanDeFeuille {
  const { bareme, type } = matiere.controle;
  const communes = compterLesCommunes(matiere);
  const autres = signatairesHorsCommunes(matiere);
  const page = new Composition(COLONNES.length);
  ouvrir(page, matiere, `Contrat de mixité sociale (${bareme.periode}) : les parties`);
  paragraphe(
    page,
    typographier(
      "Objectifs, engagements et actions pour la production de logement social. Le contrat est conclu pour trois ans renouvelables entre les parties ci-dessous, qui en ont approuvé les termes."
    )
  );
  note(page, CONDITIONS + (type === "mutualisant" ? MUTUALISATION : ""));
  if (matiere.forme !== "valeurs") {
    // Sous cette phrase et les titres ; l'EPCI suit les communes.
    const dates = plageDe(page.ligne + 1, DELIBERATION, communes + 1, 1);
    const suivi = ecrirePhrase(matiere.forme, [
      "Délibérations des communes et de l'EPCI datées : ",
      { formule: `COUNT(${dates})`, valeur: 0 },
      ` sur ${communes + 1}.`,
    ]);
    paragraphe(page, suivi, { gras: true, taille: PETIT });
  }

  const titres = page.ligne;
  const hauteur = Math.max(
    HAUTEUR,
    ...nomsDesCommunes(matiere).map((n) => hauteurDuTexte(n, LARGEURS[NOM] ?? 0, PETIT))
  );
  titrer(
    page,
    COLONNES.map(([titre]) => titre),
    { lignes: communes + autres.length, hauteur: HAUTEUR_HORS_COMMUNES }
  );
  const validation = dater(page, communes + autres.length, bareme);
  page.dimensionner(communes, hauteur);
  nommerLesCommunes(page, matiere, NOM);
  page.ranger(0, Array<string>(communes).fill("Commune"));
  page.ranger(3, Array<string>(communes).fill("Maire"));
  page.ranger(4, Array<string>(communes).fill("Conseil municipal"));
  page.ranger(6, Array<string>(communes).fill("Obligatoire"));
  page.sauter(communes);
  page.blocs.push({ ancre: page.cellule(0), contenus: autres.map(ligneDe) });
  page.sauter(autres.length);
  return enFeuille(page, matiere, {
    nom,
    titre: "parties",
    largeurs: LARGEURS,
    repetees: [titres, titres],
    figeeJusqua: titres,
    validations: [validation],
  });
}

const CONDITIONS =
  "Sans la signature du maire, du préfet et du président de l'EPCI (et, dans la métropole du Grand Paris, de celui de l'EPT), le contrat n'a pas de portée juridique (L. 302-8-1, I, al. 1 ; guide). Toute personne morale qui contribue aux objectifs peut aussi le signer (I, al. 2). Supprimez les lignes sans objet.";
const MUTUALISATION =
  " Mutualisation : toutes les communes déficitaires de l'EPCI soumises au prélèvement, dans un EPCI à fiscalité propre couvert par un PLH exécutoire ou un document en tenant lieu (L. 302-8, X).";

function ligneDe({ genre, nom, qualite, organe, signature }: Signataire): (string | null)[] {
  return [
    genre,
    nom,
    null,
    qualite,
    organe ?? "Sans objet",
    organe ? null : "Sans objet",
    signature,
  ];
}

/** Les dates des prochaines lignes : de l'année qui précède la période, où l'on prépare le contrat, à sa fin. */
function dater(
  page: Composition,
  lignes: number,
  { debut, fin }: { debut: number; fin: number }
): Validation {
  page.styler(DELIBERATION, 2, lignes, { horizontal: "centre" });
  page.styler(DELIBERATION, 1, lignes, { format: FORMAT_DATE });
  return {
    plage: page.plage(DELIBERATION, 1, lignes),
    regle: { date: { min: `${debut - 1}-01-01`, max: `${fin}-12-31` } },
    invite: {
      titre: "Délibération du",
      texte: "Date de la délibération qui approuve les termes du contrat : jj/mm/aaaa.",
    },
    alerte: {
      titre: "Date inattendue",
      texte: `Une date entre le 01/01/${debut - 1} et le 31/12/${fin} est attendue. Une autre est possible : vérifiez l’année.`,
    },
  };
}
