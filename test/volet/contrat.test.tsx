import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { lireContrat, planContrat, CONTRAT_VIDE, repondre } from "../../src/contrat";
import { feuilleDuPlan } from "../outils/feuille";
import { PLAQUETTE, TITRES, feuilleLue, type Lignes } from "../outils/feuille-lue";
import { erreurOffice, plusTard } from "./faux-classeur";
import { ouvrirEtControler } from "./ouvrir";

/** Une douzaine de listes déroulantes dans jsdom : quelques secondes sur une machine chargée. */
jest.setTimeout(30_000);

type Ouvert = Awaited<ReturnType<typeof ouvrirEtControler>>;

const ACCORD_DE_B = /^Commune B accepte/;
const CONDITIONS: [RegExp, string][] = [
  [/PLH est exécutoire/, "Oui"],
  [/commission nationale SRU/, "Favorable"],
  [ACCORD_DE_B, "Oui"],
  [/Toutes les communes déficitaires/, "Oui"],
  [/EPT dans le Grand Paris/, "Oui"],
];

/** La plaquette, où deux communes sont relevées. */
const DEUX_RELEVEES: Lignes = [
  ["EPCI : EPCI A-B"],
  TITRES,
  ["Commune A", 500, 5, 165, 85],
  ["Commune B", 300, 5, 99, 139],
  ["Commune C", 300, 5, 99, 139],
];

async function question(nom: RegExp): Promise<HTMLElement> {
  return screen.findByRole("radiogroup", { name: nom });
}

async function repondreA({ utilisateur }: Ouvert, nom: RegExp, choix: string): Promise<void> {
  await utilisateur.click(within(await question(nom)).getByRole("radio", { name: choix }));
}

function cochees(groupe: HTMLElement): (string | null)[] {
  return within(groupe)
    .queryAllByRole("radio", { checked: true })
    .map((radio) => radio.getAttribute("value"));
}

describe("la liste des conditions", () => {
  test("aucune réponse par défaut ; toutes données, le verdict passe de « à confirmer » à « conforme », sans relire la feuille", async () => {
    const ouvert = await ouvrirEtControler(PLAQUETTE);
    for (const [nom] of CONDITIONS) expect(cochees(await question(nom))).toEqual([]);
    expect(screen.getByText(/3 conditions à confirmer avant/)).toBeVisible();

    for (const [nom, choix] of CONDITIONS) await repondreA(ouvert, nom, choix);
    expect(await screen.findByText("Chiffres conformes.")).toBeVisible();
    expect(screen.getByRole("button", { name: "Conditions, 5 sur 5 confirmées" })).toBeVisible();
    expect(ouvert.classeur.lireFeuille).toHaveBeenCalledTimes(1);
  });

  test("la feuille ajoutée est annoncée avant, puis dite avec un lien", async () => {
    const ouvert = await ouvrirEtControler(PLAQUETTE);
    expect(await screen.findByText(/se garde sur une feuille ajoutée au classeur/)).toBeVisible();
    await repondreA(ouvert, /PLH/, "Oui");
    const dit = await screen.findByText(/gardées sur une feuille ajoutée au classeur/);
    await ouvert.utilisateur.click(within(dit).getByRole("button", { name: /CMS – Contrat/ }));
    expect(ouvert.classeur.allerA).toHaveBeenCalledWith("CMS – Contrat", "A1");
  });

  test("les réponses sont relues à chaque contrôle, et valent pour leur EPCI", async () => {
    const ouvert = await ouvrirEtControler(PLAQUETTE);
    await repondreA(ouvert, /PLH/, "Oui");
    await repondreA(ouvert, /commission nationale/, "Défavorable");
    await waitFor(() => expect(ouvert.classeur.enregistrerContrat).toHaveBeenCalledTimes(2));
    const [ecrit] = ouvert.classeur.enregistrerContrat.mock.calls.at(-1) ?? [];
    expect(ecrit?.reponses).toEqual([
      { epci: "EPCI A-B", contexte: { plh: true, avisCnsru: "défavorable" } },
    ]);

    await ouvert.utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
    await waitFor(() => expect(ouvert.classeur.lireFeuille).toHaveBeenCalledTimes(2));
    expect(await screen.findByText(/Gardé dans le classeur/)).toBeVisible();
    expect(cochees(await question(/PLH/))).toEqual(["Oui"]);
    expect(cochees(await question(/commission nationale/))).toEqual(["Défavorable"]);
  });

  test("« non » au PLH est une erreur ; effacer la réponse la retire, et rend le focus aux choix", async () => {
    const ouvert = await ouvrirEtControler(PLAQUETTE);
    await repondreA(ouvert, /PLH/, "Non");
    expect(await screen.findByText(/Non conforme.*1 erreur/)).toBeVisible();
    const effacer = screen.getByRole("button", { name: "Effacer" });
    expect(effacer).toHaveAccessibleDescription(/PLH/);
    await ouvert.utilisateur.click(effacer);
    expect(await screen.findByText(/3 conditions à confirmer avant/)).toBeVisible();
    expect(within(await question(/PLH/)).getAllByRole("radio")).toContain(document.activeElement);
    expect(cochees(await question(/PLH/))).toEqual([]);
  });

  test("l'accord d'une commune ne répond pas pour les autres", async () => {
    const ouvert = await ouvrirEtControler(DEUX_RELEVEES);
    await repondreA(ouvert, ACCORD_DE_B, "Oui");
    expect(await screen.findByText(/3 conditions à confirmer avant/)).toBeVisible();
    expect(cochees(await question(/^Commune C accepte/))).toEqual([]);

    await repondreA(ouvert, /^Commune C accepte/, "Non");
    expect(await screen.findByText(/Non conforme.*1 erreur/)).toBeVisible();
    expect(cochees(await question(ACCORD_DE_B))).toEqual(["Oui"]);
  });

  test("les réponses d'un EPCI ne valent pas pour l'autre", async () => {
    const ouvert = await ouvrirEtControler([
      ["EPCI", ...TITRES],
      ["CC du Nord", "Aval", 400, 5, 132, 132],
      ["CC du Sud", "Brume", 500, 5, 165, 165],
    ]);
    await repondreA(ouvert, /PLH/, "Oui");
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("CC du Nord");
    await ouvert.utilisateur.click(screen.getByRole("button", { name: "CC du Sud" }));
    expect(cochees(await question(/PLH/))).toEqual([]);
  });

  test("une nouvelle entrante présumée se confirme ou se nie", async () => {
    const ouvert = await ouvrirEtControler([
      ["Contrats sans aménagement 2026-2028"],
      ["Commune", "LS manquants", "Écart", "Rythme légal", "Objectif légal", "Objectif retenu"],
      ["Aubrelle", 400, 5, 0.15, 60, 60],
      ["Brume", 500, 5, 0.33, 165, 165],
    ]);
    await repondreA(ouvert, /^Nouvelle entrante\s: Aubrelle$/, "Non");
    expect(await screen.findByText(/Non conforme/)).toBeVisible();
    await ouvert.utilisateur.click(screen.getByRole("button", { name: "Effacer" }));
    await repondreA(ouvert, /^Nouvelle entrante/, "Oui");
    await waitFor(() => expect(screen.queryByText(/Non conforme/)).not.toBeInTheDocument());
  });

  test("ce qui ne se lit pas sur « CMS – Contrat » est dit, avec sa cellule", async () => {
    const ouvert = await ouvrirEtControler(PLAQUETTE);
    const contrat = feuilleDuPlan(planContrat(repondre(CONTRAT_VIDE, "EPCI A-B", { plh: true })));
    for (const ligne of contrat.cellules)
      for (const cellule of ligne) if (cellule.valeur === "Oui") cellule.valeur = "peut-être";
    const [illisible] = lireContrat(contrat).illisibles;
    ouvert.classeur.lireFeuille.mockResolvedValueOnce({
      ...feuilleLue(PLAQUETTE, "Mutualisation"),
      contrat,
    });
    await ouvert.utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
    expect(await screen.findByText(/« peut-être ».*ne se lit pas/)).toBeVisible();
    const lien = `Aller à la cellule ${illisible?.adresse}`;
    await ouvert.utilisateur.click(screen.getByRole("button", { name: lien }));
    expect(ouvert.classeur.allerA).toHaveBeenCalledWith("CMS – Contrat", illisible?.adresse);
  });
});

describe("l'enregistrement", () => {
  test("un échec se dit ; la réponse reste affichée et compte, et s'enregistre à la demande", async () => {
    const ouvert = await ouvrirEtControler(PLAQUETTE);
    const { classeur, utilisateur } = ouvert;
    await question(/PLH/);
    classeur.enregistrerContrat.mockRejectedValueOnce(
      erreurOffice("InvalidOperationInCellEditMode")
    );
    await repondreA(ouvert, /PLH/, "Oui");
    const alerte = await screen.findByRole("alert");
    expect(alerte).toHaveTextContent("Vos réponses ne sont pas encore enregistrées.");
    expect(alerte).toHaveTextContent("Appuyez sur Entrée ou Échap");
    expect(cochees(await question(/PLH/))).toEqual(["Oui"]);
    expect(screen.getByText(/2 conditions à confirmer avant/)).toBeVisible();

    // Un nouveau contrôle ne l'oublie pas.
    await utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
    await waitFor(() => expect(classeur.lireFeuille).toHaveBeenCalledTimes(2));
    expect(cochees(await question(/PLH/))).toEqual(["Oui"]);

    await utilisateur.click(screen.getByRole("button", { name: "Enregistrer vos réponses" }));
    await waitFor(() => expect(screen.queryByRole("alert")).not.toBeInTheDocument());
    expect(classeur.enregistrerContrat.mock.calls.at(-1)?.[0].reponses).toEqual([
      { epci: "EPCI A-B", contexte: { plh: true } },
    ]);
  });

  test("une lecture partie avant l'écriture ne fait pas oublier la réponse", async () => {
    const ouvert = await ouvrirEtControler(PLAQUETTE);
    await question(/PLH/);
    const lente = plusTard<ReturnType<typeof feuilleLue>>();
    ouvert.classeur.lireFeuille.mockImplementationOnce(() => lente.promesse);
    act(() => ouvert.classeur.changer(PLAQUETTE));
    await repondreA(ouvert, /PLH/, "Oui");
    await waitFor(() => expect(ouvert.classeur.enregistrerContrat).toHaveBeenCalledTimes(1));
    await act(async () => {
      lente.tenir(feuilleLue(PLAQUETTE, "Mutualisation"));
      await lente.promesse;
    });
    expect(cochees(await question(/PLH/))).toEqual(["Oui"]);
  });

  test("deux réponses rapprochées s'écrivent toutes les deux", async () => {
    const ouvert = await ouvrirEtControler(PLAQUETTE);
    await question(/PLH/);
    const lente = plusTard<void>();
    ouvert.classeur.enregistrerContrat.mockImplementationOnce(() => lente.promesse);
    await repondreA(ouvert, /PLH/, "Oui");
    await repondreA(ouvert, ACCORD_DE_B, "Oui");
    expect(ouvert.classeur.enregistrerContrat).toHaveBeenCalledTimes(1);
    await act(async () => {
      lente.tenir();
      await lente.promesse;
    });
    await waitFor(() => expect(ouvert.classeur.enregistrerContrat).toHaveBeenCalledTimes(2));
    expect(ouvert.classeur.enregistrerContrat.mock.calls[1]?.[0].reponses[0]?.contexte).toEqual({
      plh: true,
      accords: ["Commune B"],
      refus: [],
    });
  });
});

describe("les colonnes désignées à la main", () => {
  const OBSCURE: Lignes = [
    ["X1", "X2", "X3", "X4", "X5"],
    ["Commune A", 500, 5, 165, 85],
    ["Commune B", 300, 5, 99, 179],
  ];

  /** Sans simuler la souris ni chercher ce qui est caché : une centaine d'options, jsdom y passerait dix secondes. */
  async function designer(donnee: string, option: RegExp): Promise<void> {
    const liste = screen.getByLabelText(donnee);
    fireEvent.click(liste);
    await waitFor(() => expect(liste).toHaveAttribute("aria-controls"));
    const options = document.getElementById(liste.getAttribute("aria-controls") ?? "");
    fireEvent.click(
      within(options as HTMLElement).getByRole("option", { name: option, hidden: true })
    );
  }

  test("sur une feuille aux titres incompréhensibles, elles font reconnaître le tableau, et sont gardées", async () => {
    const ouvert = await ouvrirEtControler(OBSCURE);
    const { utilisateur, classeur } = ouvert;
    await screen.findByRole("heading", { name: "Aucun tableau reconnu" });
    await utilisateur.click(screen.getByRole("button", { name: "Désigner les colonnes" }));
    await screen.findByLabelText("Nom de la commune");
    await designer("Nom de la commune", /^A – X1/);
    await designer("Logements sociaux manquants", /^B – X2/);
    await designer("Écart au taux légal", /^C – X3/);
    await designer("Objectifs avant", /^D – X4/);
    await designer("Objectifs après ou retenus", /^E – X5/);
    await utilisateur.click(screen.getByRole("button", { name: "Appliquer" }));

    expect(await screen.findByRole("heading", { name: /^Équilibré\s: 264 avant/ })).toBeVisible();
    await waitFor(() =>
      expect(classeur.enregistrerContrat.mock.calls.at(-1)?.[0].colonnes).toEqual([
        {
          feuille: "Mutualisation",
          colonnes: {
            commune: "A",
            deficit: "B",
            ecart: "C",
            objectifAvant: "D",
            objectifApres: "E",
          },
        },
      ])
    );
  });

  test("les colonnes offertes montrent leur titre et leurs premières valeurs", async () => {
    const { utilisateur } = await ouvrirEtControler(PLAQUETTE);
    await utilisateur.click(await screen.findByRole("button", { name: /A2:E5/ }));
    await utilisateur.click(screen.getByRole("button", { name: "Corriger les colonnes" }));
    const manquants = await screen.findByLabelText("Logements sociaux manquants");
    expect(manquants).toHaveTextContent("Automatique : B – Nombre de LS manquants");
    await utilisateur.click(manquants);
    expect(
      await screen.findByRole("option", { name: /^E – Objectifs 2026-2028 après/ })
    ).toHaveTextContent("85 · 179");
  });

  test("une donnée que la feuille n'a pas se retire, et la lecture automatique revient", async () => {
    const ouvert = await ouvrirEtControler(PLAQUETTE);
    const { utilisateur } = ouvert;
    await utilisateur.click(await screen.findByRole("button", { name: /A2:E5/ }));
    const corriger = screen.getByRole("button", { name: "Corriger les colonnes" });
    await utilisateur.click(corriger);
    await screen.findByLabelText("Écart au taux légal");
    await designer("Écart au taux légal", /^Aucune colonne$/);
    await utilisateur.click(screen.getByRole("button", { name: "Appliquer" }));
    await waitFor(() =>
      expect(screen.queryByRole("row", { name: /^Écart au taux légal/ })).not.toBeInTheDocument()
    );
    expect(corriger).toHaveFocus();

    await utilisateur.click(corriger);
    await screen.findByLabelText("Écart au taux légal");
    await designer("Écart au taux légal", /^Lecture automatique$/);
    await utilisateur.click(screen.getByRole("button", { name: "Appliquer" }));
    expect(await screen.findByRole("row", { name: /^Écart au taux légal/ })).toHaveTextContent(
      "sûr"
    );
  });

  test("une colonne ne se désigne pas pour deux données", async () => {
    const ouvert = await ouvrirEtControler(OBSCURE);
    await ouvert.utilisateur.click(
      await screen.findByRole("button", { name: "Désigner les colonnes" })
    );
    await screen.findByLabelText("Nom de la commune");
    await designer("Objectifs avant", /^D – X4/);
    await designer("Objectifs après ou retenus", /^D – X4/);
    expect(screen.getAllByText(/La colonne D est déjà désignée/)).toHaveLength(2);
    await ouvert.utilisateur.click(screen.getByRole("button", { name: "Appliquer" }));
    expect(ouvert.classeur.enregistrerContrat).not.toHaveBeenCalled();
  });
});

test("la feuille « CMS – Contrat » elle-même n'est pas contrôlée", async () => {
  const ouvert = await ouvrirEtControler(PLAQUETTE);
  await repondreA(ouvert, /PLH/, "Oui");
  const [contrat] = ouvert.classeur.enregistrerContrat.mock.calls[0] ?? [];
  const feuille = feuilleDuPlan(planContrat(contrat ?? CONTRAT_VIDE));
  ouvert.classeur.lireFeuille.mockResolvedValueOnce({
    ...feuille,
    feuilles: ["Mutualisation", feuille.nom],
    deborde: null,
    plage: null,
    contrat: feuille,
  });
  await ouvert.utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
  expect(
    await screen.findByRole("heading", { name: "Cette feuille garde vos réponses" })
  ).toBeVisible();
});
