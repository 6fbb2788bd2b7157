/* Puts a map that can be moved in the place of the drawn one, when a reader asks for it. */
const figure = document.getElementById("atlas");
const LIBRARY = "/style/vendor/maplibre-gl/maplibre-gl.mjs";
const COAST = "/style/vendor/world-atlas/land-50m.json";
const KM_OF_A_DEGREE = 111.2;

if (figure && document.createElement("canvas").getContext("webgl2")) offer();

function offer() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn";
  button.textContent = "A map that can be moved";
  button.addEventListener("click", () => move(button), { once: true });
  figure.append(button);
}

async function move(button) {
  button.disabled = true;
  const [library, , coast, spots, borders] = await Promise.all([
    import(LIBRARY),
    import("/style/vendor/topojson-client/topojson-client.min.js"),
    fetched(COAST),
    fetched(figure.dataset.spots),
    figure.dataset.borders ? fetched(figure.dataset.borders) : nothing(),
  ]);
  const ink = colours();
  const place = document.createElement("div");
  place.className = "moving";
  figure.querySelector("svg.map").replaceWith(place);
  button.remove();
  const { west, south, east, north } = figure.dataset;
  const map = new library.Map({
    container: place,
    attributionControl: false,
    bounds: [+west, +south, +east, +north],
    style: style(ink, globalThis.topojson.feature(coast, coast.objects.land), spots, borders),
  });
  figure.append(...[["Nearer", 1], ["Farther", -1]].map(([name, by]) => zoomer(map, name, by)));
  map.on("click", "one", (touched) => say(library, map, touched.features[0]));
  map.on("click", "several", (touched) => nearer(map, touched.features[0]));
  map.on("load", () => (place.dataset.ready = "yes"));
}

function zoomer(map, name, by) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn";
  button.textContent = name;
  button.addEventListener("click", () => map.jumpTo({ zoom: map.getZoom() + by }));
  return button;
}

const fetched = (address) => fetch(address).then((answer) => answer.json());
const nothing = () => ({ type: "FeatureCollection", features: [] });

function colours() {
  const seen = (selector, property) => getComputedStyle(figure.querySelector(selector))[property];
  return {
    sea: seen("svg.map", "backgroundColor"),
    land: seen(".land", "fill"),
    coast: seen(".coast", "stroke"),
    ink: seen(".pt", "fill"),
    paper: seen(".pt", "stroke"),
  };
}

function style(ink, land, spots, borders) {
  const dot = (size) => ({
    "circle-color": ink.ink, "circle-stroke-color": ink.paper, "circle-stroke-width": 1, "circle-radius": size,
  });
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land },
      borders: { type: "geojson", data: borders },
      spots: { type: "geojson", data: spots, cluster: true, clusterRadius: 24 },
      circles: { type: "geojson", data: circles(spots) },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": ink.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": ink.land } },
      { id: "coast", type: "line", source: "land", paint: { "line-color": ink.coast, "line-width": 0.8 } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": ink.coast, "line-dasharray": [3, 2] } },
      { id: "circles", type: "line", source: "circles", paint: { "line-color": ink.ink, "line-dasharray": [3, 2] } },
      { id: "several", type: "circle", source: "spots", filter: ["has", "point_count"],
        paint: dot(["min", 22, ["+", 6, ["*", 2.2, ["sqrt", ["get", "point_count"]]]]]) },
      { id: "one", type: "circle", source: "spots", filter: ["!", ["has", "point_count"]], paint: dot(4.5) },
    ],
  };
}

/* How exactly a place is known: a ring of that many kilometres around it. */
function circles(spots) {
  const ring = ({ geometry: { coordinates: [east, north] }, properties: { radius } }) => {
    const up = radius / KM_OF_A_DEGREE;
    const across = up / Math.max(Math.cos((north * Math.PI) / 180), 0.05);
    const turn = (step) => (step * Math.PI) / 24;
    return Array.from({ length: 49 }, (_, step) => [east + across * Math.cos(turn(step)), north + up * Math.sin(turn(step))]);
  };
  const features = spots.features.map((spot) => ({
    type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: ring(spot) },
  }));
  return { type: "FeatureCollection", features };
}

function say(library, map, { geometry, properties }) {
  const words = document.createElement("p");
  const link = document.createElement("a");
  words.className = "popup";
  link.href = `/events/${encodeURIComponent(properties.event)}`;
  link.textContent = properties.label;
  words.append(link, document.createElement("br"), `${properties.place}: ${properties.precision}`);
  new library.Popup().setLngLat(geometry.coordinates).setDOMContent(words).addTo(map);
}

async function nearer(map, { geometry, properties }) {
  const zoom = await map.getSource("spots").getClusterExpansionZoom(properties.cluster_id);
  map.jumpTo({ center: geometry.coordinates, zoom });
}
