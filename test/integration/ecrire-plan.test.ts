import { ecrirePlan, ecrirePlans } from "../../src/classeur";
import type { PlanDeFeuille } from "../../src/feuilles";
import { ErreurApi } from "../../src/hote";
import { articleDeuxPour } from "../outils/feuille-lue";
import { demarrerBanc, type Banc } from "./banc";

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBanc({ feuilles: { Source: [["Commune", 500]], Autre: [] } });
});

afterEach(() => {
  jest.restoreAllMocks();
  banc.fermer();
});

/** Un petit plan qui emploie tout ce qu'un plan peut demander. */
const COMPLET: PlanDeFeuille = {
  nom: "Essai",
  blocs: [
    { ancre: "A1", contenus: [["Titre"]] },
    {
      ancre: "A3",
      contenus: [
        ["Commune", 2],
        ["Total", { formule: "=B3*2", valeurs: [[4]] }],
      ],
    },
  ],
  styles: [
    {
      plage: "A1:B1",
      hauteur: 30,
      style: { gras: true, taille: 14, bordures: { bas: "moyen" } },
    },
    { plage: "A2:B2", style: { fond: "#EDEDED", italique: true } },
    {
      plage: "A3:B4",
      style: {
        gras: true,
        italique: true,
        taille: 12,
        couleur: "#333333",
        fond: "#EDEDED",
        horizontal: "droite",
        vertical: "milieu",
        renvoiALaLigne: true,
        format: "#,##0",
        bordures: { haut: "fin", bas: "moyen", verticales: "double" },
      },
    },
  ],
  fusions: ["A1:B1"],
  largeurs: [120, 80],
  lignesFigees: 3,
  quadrillage: false,
  impression: {
    orientation: "paysage",
    marges: { haut: 43, bas: 57, gauche: 40, droite: 41 },
    pagesEnLargeur: 1,
    piedDePage: { gauche: "EPCI", centre: "Article 2", droite: "Page &P/&N" },
    zone: "A1:B4",
    lignesRepetees: "3:3",
    sauts: [4],
  },
  validations: [
    {
      plage: "B3",
      regle: { liste: ["Oui", "Non"] },
      invite: { titre: "PLH", texte: "Oui ou Non." },
      alerte: { titre: "Réponse inattendue", texte: "Oui ou Non." },
    },
    {
      plage: "D2:D3",
      regle: { entier: { min: 0, max: 100, auPlus: "E2" } },
      invite: { titre: "Logements sociaux", texte: "Pas plus que de logements." },
      alerte: { titre: "Trop de logements", texte: "Pas plus que de logements." },
      bloquante: true,
    },
    {
      plage: "B4",
      regle: { date: { min: "2026-01-01", max: "2028-12-31" } },
      invite: { titre: "Signature", texte: "Une date de la période." },
    },
  ],
  noms: [{ nom: "CMS_ESSAI", plage: "A3:B4" }],
  graphiques: (["courbes", "barres empilées"] as const).map((genre, rang) => ({
    genre,
    titre: `Graphique ${rang}`,
    plage: `D${1 + 9 * rang}:G${9 + 9 * rang}`,
    amorce: "A4:B4",
    series: ["Un", "Deux"].map((nom) => ({ nom, abscisses: "A3:B3", valeurs: "A4:B4" })),
    axes: {
      horizontal: { titre: "Années", minimum: 2014, maximum: 2025 },
      vertical: { titre: "Logements", format: "0 %" },
    },
  })),
};

function relire<T>(lire: (feuille: Excel.Worksheet) => T): Promise<T> {
  return Excel.run(async (context) => {
    const lu = lire(context.workbook.worksheets.getItem("Essai"));
    await context.sync();
    return lu;
  });
}

/** Tout le classeur, sauf la réserve de styles d'Univer, qui garde ceux que plus rien n'emploie. */
function contenuDuClasseur(): unknown {
  const { resources = [], ...reste } = banc.instantane();
  // Univer garde une liste de validations, vide, pour une feuille retirée.
  const regles = resources.map(({ name, data }) => ({
    name,
    data: data.replace(/,?"[^"]*":\[\]/g, ""),
  }));
  return { ...reste, styles: null, resources: regles };
}

async function feuilleActive(): Promise<string> {
  return Excel.run(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet();
    active.load("name");
    await context.sync();
    return active.name;
  });
}

describe("ce qui passe sur le fil", () => {
  test.each([2, 40, 300])("deux allers-retours pour %i communes", async (nombre) => {
    await ecrirePlan(articleDeuxPour(nombre));
    expect(banc.fil.nombre).toBe(2);
  });

  test("moins de 13 Ko pour 40 communes", async () => {
    await ecrirePlan(articleDeuxPour(40));
    expect(banc.fil.octets).toBeLessThan(13_000);
  });

  test("le poids ne dépend pas du nombre de communes, une fois le tableau sur plusieurs pages", async () => {
    await ecrirePlan(articleDeuxPour(40));
    const quarante = banc.fil.octets;
    banc.fil.vider();
    await ecrirePlan(articleDeuxPour(300));
    // Seuls les numéros de ligne s'allongent.
    expect(banc.fil.octets - quarante).toBeLessThan(150);
  });
});

describe("la feuille écrite", () => {
  test("porte les contenus et la forme du plan, sans prendre la place de la feuille active", async () => {
    expect(await ecrirePlan(COMPLET)).toBe("Essai");
    expect(await feuilleActive()).toBe("Source");

    const { plage, titre, trait, sousTitre } = await relire((feuille) => {
      const tableau = feuille.getRange("A3:B4");
      tableau.load("values,numberFormat,format/fill/color,format/wrapText,format/font/bold");
      const fusionnee = feuille.getRange("A1:B1");
      fusionnee.load("format/rowHeight,format/font/bold,format/font/size");
      const trait = fusionnee.format.borders.getItem("EdgeBottom");
      trait.load("style,weight");
      const sousTitre = feuille.getRange("A2:B2");
      sousTitre.load("format/fill/color,format/font/italic,format/font/bold");
      return { plage: tableau, titre: fusionnee, trait, sousTitre };
    });
    expect(plage.toJSON()).toMatchObject({
      values: [
        ["Commune", 2],
        ["Total", 4],
      ],
      numberFormat: [
        ["#,##0", "#,##0"],
        ["#,##0", "#,##0"],
      ],
      format: { fill: { color: "#EDEDED" }, wrapText: true, font: { bold: true } },
    });
    expect(titre.toJSON()).toMatchObject({
      format: { rowHeight: 30, font: { bold: true, size: 14 } },
    });
    expect(trait.toJSON()).toMatchObject({ style: "Continuous", weight: "Medium" });
    expect(sousTitre.toJSON()).toMatchObject({
      format: { fill: { color: "#EDEDED" }, font: { italic: true, bold: false } },
    });
  });

  test("est prête à imprimer : A4 paysage, marges, pied de page, titres répétés", async () => {
    await ecrirePlan(COMPLET);
    const { page, titres } = await relire((feuille) => {
      const { pageLayout } = feuille;
      pageLayout.load("paperSize,orientation,topMargin,rightMargin,zoom");
      pageLayout.headersFooters.defaultForAllPages.load("rightFooter");
      const repetees = pageLayout.getPrintTitleRowsOrNullObject();
      repetees.load("address");
      return { page: pageLayout, titres: repetees };
    });
    expect(page.toJSON()).toMatchObject({
      paperSize: "A4",
      orientation: "Landscape",
      topMargin: 43,
      rightMargin: 41,
      zoom: { horizontalFitToPages: 1 },
    });
    expect(page.headersFooters.defaultForAllPages.rightFooter).toBe("Page &P/&N");
    expect(titres.address).toContain("3:3");
  });

  test("sans ajustement à la page, rien ne neutralise les sauts de page", async () => {
    const impression = { ...COMPLET.impression, pagesEnLargeur: 0 };
    await ecrirePlan({ ...COMPLET, impression });
    const page = await relire((feuille) => {
      feuille.pageLayout.load("zoom");
      return feuille.pageLayout;
    });
    expect(page.zoom.horizontalFitToPages).toBeUndefined();
  });

  test("un texte reste du texte, quoi qu'il commence par", async () => {
    const textes = ["=1+1", "+1", "-1", "@A1", "'x", "12/05/2025", "33 %", "VRAI", "#N/A"];
    const contenus = textes.map((texte) => [texte]);
    await ecrirePlan({ ...COMPLET, blocs: [{ ancre: "A3", contenus }], styles: [] });
    const plage = await relire((feuille) => {
      const ecrite = feuille.getRange(`A3:A${textes.length + 2}`);
      ecrite.load("values");
      return ecrite;
    });
    expect(plage.values.flat()).toEqual(textes);
  });

  test("un nom pris, même dans une autre casse, en donne un libre", async () => {
    const nom = await ecrirePlan({ ...COMPLET, nom: "SOURCE" });
    expect(nom).toBe("SOURCE (2)");
    expect(banc.nomsDesFeuilles()).toEqual(["Source", "Autre", "SOURCE (2)"]);
  });
});

test("plusieurs plans : deux allers-retours, dans l'ordre, chacun sous un nom libre", async () => {
  const plans = ["Essai", "ESSAI", "Source"].map((nom) => ({ ...COMPLET, nom, noms: [] }));
  expect(await ecrirePlans(plans)).toEqual(["Essai", "ESSAI (2)", "Source (2)"]);
  expect(banc.fil.nombre).toBe(2);
  expect(banc.nomsDesFeuilles()).toEqual(["Source", "Autre", "Essai", "ESSAI (2)", "Source (2)"]);
  expect(await feuilleActive()).toBe("Source");
});

test("la feuille que lisent les formules a été renommée : rien n'est écrit", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Source").name = "Mutualisation 2026";
    await context.sync();
  });
  await expect(ecrirePlans([COMPLET], "Source")).rejects.toMatchObject({ code: "ItemNotFound" });
  expect(banc.nomsDesFeuilles()).toEqual(["Mutualisation 2026", "Autre"]);
  expect(await ecrirePlans([COMPLET], "Mutualisation 2026")).toEqual(["Essai"]);
});

describe("tout ou rien", () => {
  test("une panne à n'importe quelle opération laisse le classeur comme il était", async () => {
    const { graphiques } = banc.hote.classeur;
    const dessins = jest.spyOn(graphiques, "ajouter");
    const avant = contenuDuClasseur();
    let rang = 0;
    for (;;) {
      const panne = banc.panne(rang, "GeneralException");
      const essai = await ecrirePlan(COMPLET).catch((erreur: unknown) => erreur);
      if (!panne.declenchee) break;
      expect(essai).toMatchObject({ code: "GeneralException" });
      expect(banc.nomsDesFeuilles()).toEqual(["Source", "Autre"]);
      expect(contenuDuClasseur()).toEqual(avant);
      for (const [feuille] of dessins.mock.calls) expect(graphiques.de(feuille)).toEqual([]);
      expect(await feuilleActive()).toBe("Source");
      rang += 1;
    }
    expect(rang).toBeGreaterThan(50);
    expect(banc.nomsDesFeuilles()).toEqual(["Source", "Autre", "Essai"]);
  });

  test("plusieurs plans : une panne à n'importe quelle opération les retire tous, et leurs noms", async () => {
    await ecrirePlan({ ...COMPLET, nom: "Déjà là" });
    const avant = contenuDuClasseur();
    // Le premier déplace un nom qui existe, le second en ajoute un.
    const leger = { ...COMPLET, graphiques: [] };
    const plans = [leger, { ...leger, noms: [{ nom: "CMS_AUTRE", plage: "A1:B1" }] }];
    let rang = 0;
    for (;;) {
      const panne = banc.panne(rang, "GeneralException");
      const essai = await ecrirePlans(plans).catch((erreur: unknown) => erreur);
      if (!panne.declenchee) break;
      expect(essai).toMatchObject({ code: "GeneralException" });
      expect(banc.nomsDesFeuilles()).toEqual(["Source", "Autre", "Déjà là"]);
      expect(contenuDuClasseur()).toEqual(avant);
      expect(await feuilleActive()).toBe("Source");
      rang += 1;
    }
    expect(rang).toBeGreaterThan(100);
    expect(banc.nomsDesFeuilles()).toEqual(["Source", "Autre", "Déjà là", "Essai", "Essai (2)"]);
  });

  test("un classeur à la structure protégée : c'est dit, et rien n'est écrit", async () => {
    await Excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    const avant = contenuDuClasseur();
    await expect(ecrirePlans([COMPLET])).rejects.toMatchObject({ code: "ClasseurProtege" });
    expect(contenuDuClasseur()).toEqual(avant);
  });

  test("si la feuille inachevée ne peut être retirée, l'erreur ne prétend pas le contraire", async () => {
    jest.spyOn(banc.hote.classeur.univer, "deleteSheet").mockImplementation(() => {
      throw new ErreurApi("AccessDenied");
    });
    banc.panne(20, "GeneralException");
    await expect(ecrirePlan(COMPLET)).rejects.toMatchObject({ code: "FeuilleInachevee" });
    expect(banc.nomsDesFeuilles()).toContain("Essai");
  });

  test("une feuille de ce nom apparue entre-temps n'est pas supprimée", async () => {
    const { lots } = banc.fil;
    jest.spyOn(lots, "push").mockImplementationOnce(() => {
      banc.hote.classeur.univer.insertSheet("Essai");
      return 0;
    });
    await expect(ecrirePlan(COMPLET)).rejects.toMatchObject({ code: "ItemAlreadyExists" });
    expect(banc.nomsDesFeuilles()).toContain("Essai");
  });

  test("là où le groupe d'annulation est refusé, la feuille s'écrit sans lui", async () => {
    const panne = banc.panne(3, "UndoNotSupported");
    expect(await ecrirePlan(COMPLET)).toBe("Essai");
    expect(panne.declenchee).toBe(true);
    expect(banc.nomsDesFeuilles()).toEqual(["Source", "Autre", "Essai"]);
  });
});
