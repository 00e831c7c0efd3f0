import { typographier } from "../../redaction";
import { villeDe } from "../article-2/arrondissements";
import { Composition } from "../composer";
import { enFeuille, ouvrir } from "../dossier/commun";
import { ecrireCellule } from "../formes";
import { hauteurDuTexte } from "../lignes-de-texte";
import { source, type Matiere } from "../matiere";
import { signatairesHorsCommunes } from "../parties/signataires";
import type { Bloc, Contenu, PlanDeFeuille, Style } from "../plan";
import { note } from "../textes";

/** Trois blocs côte à côte : 720 points. */
const LARGEURS = [240, 240, 240];
const CORPS = 9;
/** Hauteur d'un A4 paysage sans ses marges, ni l'écart d'une imprimante à l'autre, en points. */
const UTILE = 480;
/** Entre deux rangs de blocs. */
const ECART = 6;
/** De quoi signer. */
const PLACE_DE_LA_SIGNATURE = 40;

/** « Signatures 2026-2028 ». */
export function nomSignatures(periode: string): string {
  return `Signatures ${periode}`;
}

/** Un bloc : qui signe, à quel titre. */
interface Signature {
  genre: string;
  nom: Contenu;
  /** Tel qu'affiché. */
  texte: string;
  qualite: string;
}

/** Les blocs de signature de la trame, un par signataire, qu'aucune page ne coupe. */
export function planSignatures(matiere: Matiere, nom: string): PlanDeFeuille {
  const { bareme } = matiere.controle;
  const page = new Composition(LARGEURS.length);
  ouvrir(page, matiere, `Contrat de mixité sociale (${bareme.periode}) : signatures`);
  note(
    page,
    "Fait à [lieu], le [date], en [nombre] exemplaires. Le contrat n'a de portée juridique que signé par le maire, le préfet et le président de l'EPCI, et par celui de l'EPT dans la métropole du Grand Paris (L. 302-8-1, I, al. 1 ; guide). Effacez les blocs sans objet."
  );
  const entete = 22 + 16 + 30;
  const blocs = signaturesDe(matiere);
  const lignes = lignesDUnBloc(blocs);
  const hauteur = lignes.reduce((somme, ligne) => somme + ligne.hauteur, ECART);
  const sauts: number[] = [];
  let prise = entete;
  for (let rang = 0; rang < blocs.length; rang += LARGEURS.length) {
    if (prise + hauteur > UTILE) {
      sauts.push(page.ligne);
      prise = 0;
    }
    prise += hauteur;
    const voisins = blocs.slice(rang, rang + LARGEURS.length);
    page.blocs.push(blocDe(page, voisins, lignes));
    for (const { style, hauteur } of lignes) {
      page.ligneHaute(voisins.length, style, hauteur);
      page.sauter();
    }
    page.ligneHaute(voisins.length, {}, ECART);
    page.sauter();
  }
  return enFeuille(page, matiere, { nom, titre: "signatures", largeurs: LARGEURS, sauts });
}

function signaturesDe(matiere: Matiere): Signature[] {
  const { forme, suites, controle } = matiere;
  const blocDUneCommune = (nom: Contenu, texte: string): Signature => ({
    genre: "Commune",
    nom,
    texte,
    qualite: "Maire",
  });
  const communes =
    controle.type === "arrondissements"
      ? [blocDUneCommune(villeDe(matiere), villeDe(matiere))]
      : suites.flatMap((suite) =>
          suite.communes.map((commune) => {
            const formule = source(matiere, { ...suite, communes: [commune] }, "commune");
            const cellule = ecrireCellule(forme, { formule, valeur: commune.nom });
            return blocDUneCommune(cellule, commune.nom);
          })
        );
  const autres = signatairesHorsCommunes(matiere).map(({ genre, nom, qualite }): Signature => {
    return { genre, nom, texte: nom, qualite };
  });
  // Le dernier rang se complète de blocs pour d'autres signataires.
  const blocs = [...communes, ...autres];
  const manquants = (LARGEURS.length - (blocs.length % LARGEURS.length)) % LARGEURS.length;
  const libres = Array.from({ length: manquants }, (): Signature => {
    return { genre: "Autre signataire", nom: "[Nom]", texte: "[Nom]", qualite: "[Qualité]" };
  });
  return [...blocs, ...libres];
}

interface LigneDeBloc {
  contenu: (signature: Signature) => Contenu;
  style: Style;
  hauteur: number;
}

const COTES = { gauche: "fin", droite: "fin", verticales: "fin" } as const;
const TEXTE: Style = { taille: CORPS, vertical: "milieu", renvoiALaLigne: true, bordures: COTES };

/** Les lignes d'un bloc, les mêmes pour tous ; celle du nom tient le plus long. */
function lignesDUnBloc(blocs: readonly Signature[]): LigneDeBloc[] {
  const longueurs = blocs.map(({ texte }) => hauteurDuTexte(texte, LARGEURS[0] ?? 0, CORPS));
  return [
    {
      contenu: ({ genre }) => genre,
      style: {
        ...TEXTE,
        fond: "#EDEDED",
        gras: true,
        horizontal: "centre",
        bordures: { ...COTES, haut: "moyen", bas: "fin" },
      },
      hauteur: 16,
    },
    {
      contenu: ({ nom }) => nom,
      style: { ...TEXTE, gras: true, horizontal: "centre" },
      hauteur: Math.max(18, ...longueurs),
    },
    { contenu: () => "[Prénom Nom]", style: { ...TEXTE, italique: true }, hauteur: 15 },
    { contenu: ({ qualite }) => qualite, style: TEXTE, hauteur: 15 },
    { contenu: () => "Le [date]", style: { ...TEXTE, italique: true }, hauteur: 15 },
    {
      contenu: () => typographier("Signature :"),
      style: { ...TEXTE, vertical: "haut", bordures: { ...COTES, haut: "fin", bas: "moyen" } },
      hauteur: PLACE_DE_LA_SIGNATURE,
    },
  ];
}

function blocDe(
  page: Composition,
  voisins: readonly Signature[],
  lignes: readonly LigneDeBloc[]
): Bloc {
  const contenus = lignes.map(({ contenu }) => voisins.map((signature) => contenu(signature)));
  return { ancre: page.cellule(0), contenus };
}
