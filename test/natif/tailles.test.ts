import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { ecrireXlsx, lireXlsx, type CelluleXlsx } from "../../src/fichier";
import { convertirFormule } from "../../src/natif";
import type { Saisie } from "../../src/regles";
import { plageDe } from "../../src/tableau";
import { feuilleDe } from "../fichier/fabriques";
import { chargerSansExcel } from "../outils/fonctions";
import { DELAI_LIBREOFFICE_MS, convertir, testAvecLibreOffice } from "../outils/libreoffice";
import { ERREUR, issueDe, passer, type Issue } from "./epreuves";

const DEMANDES: Saisie[] = [120, 0, "NC", 300, -1, null, 12.5, 900];
// Des quotients qui tombent juste : LibreOffice n'enregistre que quinze chiffres.
const ATTRIBUTIONS: Saisie[] = [40, 10, 12, 0, 5, 8, 3, 64];
const HAUTEUR = DEMANDES.length;
const PERIMEE = -271_828;

const colonne = (saisies: readonly Saisie[]) => saisies.map((saisie) => [passer(saisie)]);
const demandes = colonne(DEMANDES);
const attributions = colonne(ATTRIBUTIONS);
const PREMIERE_COLONNE = 15;

/** Des tailles que le texte des arguments ne dit pas, et ce que la fonction en reçoit. */
const CAS: readonly (readonly [formule: string, fonction: string, ...matrices: unknown[][][]])[] = [
  ["CMS.TENSION(demandes,attributions)", "TENSION", demandes, attributions],
  ["CMS.TENSION(demandes,courtes)", "TENSION", demandes, attributions.slice(1)],
  ["CMS.TENSION(demandes,couchees)", "TENSION", demandes, [attributions.flat()]],
  ["CMS.TENSION(demandes,une)", "TENSION", demandes, [[40]]],
  ["CMS.TENSION(demandes,constante)", "TENSION", demandes, [[8]]],
  ["CMS.TENSION(Suivi[Demandes],Suivi[Attributions])", "TENSION", demandes, attributions],
  ["CMS.TENSION(demandes,Suivi[Attributions])", "TENSION", demandes, attributions],
  ["CMS.TENSION(courtes,Suivi[Attributions])", "TENSION", attributions.slice(1), attributions],
  ["CMS.TENSION(Suivi[Demandes],A2)", "TENSION", demandes, [[120]]],
  ["CMS.TENSION(INDEX(demandes,1),INDEX(attributions,0))", "TENSION", [[120]], attributions],
  ["CMS.TENSION(demandes,IF(1=1,attributions))", "TENSION", demandes, attributions],
  [
    'CMS.OBJECTIF(500,attributions,"entrante-1")',
    "OBJECTIF",
    [[500]],
    attributions,
    [["entrante-1"]],
  ],
];

testAvecLibreOffice(
  "noms, tableaux et calculs : mêmes résultats que la fonction, mêmes refus si les tailles diffèrent",
  async () => {
    const fonctions = await chargerSansExcel();
    const lues = await calculer(CAS.map(([formule]) => formule));
    CAS.forEach(([formule, nom, ...matrices], rang) => {
      const fonction = fonctions[nom];
      const arguments_ = Array.from(
        { length: fonction?.length ?? 0 },
        (_, i) => matrices[i] ?? null
      );
      const attendues = (fonction?.(...arguments_) as unknown[][]).map(([valeur]) =>
        issueDe(valeur)
      );
      // Des tailles différentes : une seule erreur, partout.
      const toutes = attendues.length > 1 ? attendues : new Array<Issue>(HAUTEUR).fill(ERREUR);
      expect([formule, lues[rang]]).toEqual([formule, toutes]);
    });
  },
  DELAI_LIBREOFFICE_MS
);

/** Chaque formule convertie, en matrice sur une colonne. */
async function calculer(formules: readonly string[]): Promise<Issue[][]> {
  const donnees = [DEMANDES, ATTRIBUTIONS].flatMap((saisies, colonne) =>
    saisies.map((valeur, rang): CelluleXlsx => ({ ligne: rang + 1, colonne, valeur }))
  );
  const titres = ["Demandes", "Attributions"].map((valeur, colonne): CelluleXlsx => ({
    ligne: 0,
    colonne,
    valeur,
  }));
  const couchees = ATTRIBUTIONS.map((valeur, rang): CelluleXlsx => ({
    ligne: 0,
    colonne: rang + 3,
    valeur,
  }));
  const matrices = formules.map((texte, rang): CelluleXlsx => {
    const { formule, restants, matricielle } = convertirFormule(`=${texte}`, true);
    expect([texte, restants, matricielle]).toEqual([texte, [], true]);
    const colonne = PREMIERE_COLONNE + rang;
    return {
      ligne: 1,
      colonne,
      valeur: PERIMEE,
      formule,
      etendue: plageDe(1, colonne, HAUTEUR, 1),
    };
  });
  const octets = await ecrireXlsx({
    feuilles: [feuilleDe({ cellules: [...titres, ...couchees, ...donnees, ...matrices] })],
    noms: [
      { nom: "demandes", reference: "Feuil1!$A$2:$A$9" },
      { nom: "attributions", reference: "Feuil1!$B$2:$B$9" },
      { nom: "courtes", reference: "Feuil1!$B$3:$B$9" },
      { nom: "couchees", reference: "Feuil1!$D$1:$K$1" },
      { nom: "une", reference: "Feuil1!$B$2" },
      { nom: "constante", reference: "8" },
    ],
    active: 0,
  });
  const relu = await lireXlsx(convertir(avecTableau(octets), "xlsx"));
  const lues = formules.map((): Issue[] => []);
  for (const { ligne, colonne, valeur } of relu.feuilles[0]?.cellules ?? []) {
    if (ligne > 0) lues[colonne - PREMIERE_COLONNE]?.push(issueDe(valeur));
  }
  return lues;
}

const ESPACE = "http://schemas.openxmlformats.org";

/** Le même classeur, dont A1:B9 est le tableau « Suivi ». */
function avecTableau(octets: Uint8Array): Uint8Array {
  const parties = unzipSync(octets);
  const ajouter = (nom: string, avant: string, texte: string) => {
    const partie = strFromU8(parties[nom] ?? new Uint8Array());
    expect(partie).toContain(avant);
    parties[nom] = strToU8(partie.replace(avant, `${texte}${avant}`));
  };
  ajouter(
    "[Content_Types].xml",
    "</Types>",
    `<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/>`
  );
  ajouter(
    "xl/worksheets/sheet1.xml",
    "</worksheet>",
    `<tableParts count="1"><tablePart xmlns:r="${ESPACE}/officeDocument/2006/relationships" r:id="rIdTableau"/></tableParts>`
  );
  parties["xl/worksheets/_rels/sheet1.xml.rels"] = strToU8(
    `<Relationships xmlns="${ESPACE}/package/2006/relationships"><Relationship Id="rIdTableau" Type="${ESPACE}/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>`
  );
  parties["xl/tables/table1.xml"] = strToU8(
    `<table xmlns="${ESPACE}/spreadsheetml/2006/main" id="1" name="Suivi" displayName="Suivi" ref="A1:B9"><autoFilter ref="A1:B9"/><tableColumns count="2"><tableColumn id="1" name="Demandes"/><tableColumn id="2" name="Attributions"/></tableColumns></table>`
  );
  return zipSync(parties);
}
