/** Words that say what else a key is about. Their form is that of datum-words. */

/** They say nothing: what stands beside them stands alone. */
export const neutralWords = `number numero num nro no nr my mi mis new nuevo nueva nova novo old current actual atual
  data dato dado info detail detalle detalhe attribute atributo value val valor input text texto main principal
  primary secondary secundario alt alternate other otro outro by raw plain default extra additional adicional
  confirmation confirm confirmacion confirmar line linea linha str string fijo fixo emergency emergencia object payload
  body mailing set note nota comment comentario message mensaje mensagem answer respuesta resposta question pregunta
  description descripcion observacion observacao exact exacto exacta exato exata precise`;

/** They make a fact of what stands beside them: `phone_model`, `tipo_documento`, `email_opt_in`. */
export const factWords = `type tipo kind class clase count cantidad quantidade qty id has is tiene flag status estado
  situacao verified verificado verificada verification validated validado confirmed confirmado enabled disabled
  habilitado activo activa ativo active model modelo brand marca version os provider operator operadora carrier network
  issuer bandeira campaign campana campanha template subject asunto assunto title titulo label topic
  opt optin optout subscribed suscripto consent consentimiento permission preference frequency frecuencia frequencia
  notification notificacion marketing newsletter length longitud strength forca fuerza reset changed cambiada cambiado
  alterada attempt intento tentativa method metodo medio channel canal format formato page level nivel rating
  calificacion score tier rank segment segmento group grupo role rol color size design discount descuento desconto offer
  oferta promo promotion coupon cupon cupom reward gift regalo presente limit limite amount monto percent total max min
  rate reason motivo result created updated deleted removed added agregada stored saved guardada guardado salvo salva
  blocked bloqueada used sent enviado opened clicked delivered shared share authorized granted visible available
  disponible expired vencida required missing filled registrado registered logado logged recurrente unique
  since desde month mes range rango age edad day dia minute time hora duration duracion distance pace order orden
  sort filter error field campo category categoria language idioma source fuente platform country+code codigo+pais
  area+code codigo+area prefix domain policy politica privacy step paso screen button link url image imagen icon
  position test experiment variant mode view visto search busqueda automatic bot symbol funding installment cuota parcela
  game memory memoria list lista precio preco price plan plano case funda accessory tariff package recharge recarga user+agent
  mail+client email+client palabra+clave palavra+chave voicemail boarding+pass headphone smartphone earphone
  microphone scorecard giftcard simcard sim+card sd+card hash+type`;

/** Of facts, those that free a sensitive word, too: `religion_filter` is no one's religion, but `has_diabetes` is. */
export const pageWords = `enabled filter campaign template title titulo label topic category categoria section seccion
  notification newsletter image imagen url link button screen page search sort tag checker`;

/** They leave a place or a region of an address, no more: `address_city`, `birth_country`. */
export const placeWords = `city ciudad cidade country pais state estado region provincia province departamento district
  comuna municipio localidad town place zone zona`;

/** Whose own addresses are no person's. */
export const serverWords = 'server servidor gateway dns host proxy router';

/**
 * What has a name of its own: as what a `name` stands in, they say whose it is. Those of `ownKeyWords` do so beside
 * a `name`, too.
 */
export const thingWords = `channel canal station show program programa news section seccion secao level nivel page
  pagina screen pantalla tab button boton banner component widget template plantilla newsletter cart carrito carrinho collection coleccion
  plan plano subscription assinatura team equipo artist artista model modelo job empleo store tienda loja shop sucursal branch company empresa organization business
  merchant supplier proveedor fornecedor partner sponsor venue stadium estadio character clan guild league liga
  tournament club restaurant restaurante hotel airline aerolinea airport aeropuerto flight vuelo voo vehicle vehiculo
  car auto bank banco city ciudad cidade country pais region province provincia place market feature workspace project
  proyecto folder file archivo arquivo library sdk app application aplicacion os browser service servicio servico
  package bundle badge carrier language currency moneda moeda document documento`;

/** A product's, a promotion's or a content's own keys: a `name` beside them is a thing's. */
export const ownKeyWords = `product producto produto item articulo artigo article sku campaign campana campanha promotion promocion promocao
  promo creative coupon cupon cupom deal offer oferta category categoria brand marca list lista wishlist
  content contenido conteudo movie pelicula filme film video song cancion musica album playlist podcast
  episode episodio season temporada series serie genre genero book libro livro course curso lesson
  game juego jogo dish plato prato menu recipe receta receita experiment variation variant
  color talle price precio preco quantity cantidad quantidade qty stock pet mascota`;

/** Numbers under them are amounts, however they are grouped. */
export const amountWords = `price precio preco amount monto importe valor total subtotal balance saldo revenue ingreso
  income renda budget presupuesto orcamento discount descuento desconto cuota parcela tax impuesto imposto
  fee cost costo custo tarifa point punto ponto score view visita visit debt deuda divida limit limite salary salario
  sueldo km population poblacion populacao saving ahorro gain change cap profit venta venda sale frete quantity cantidad
  quantidade volume download bet apuesta prize gasto loan prestamo credit credito commission comision propina
  investment inversion delta exchange usd ars clp cop brl mxn peso money dinero dinheiro`;

/** Numbers under them are those of things, or of times. */
export const serialWords = `id code codigo cod sku order orden pedido invoice factura fatura nfe ref reference referencia
  batch lote guide guia tracking rastreo rastreio seguimiento ticket folio transaction transaccion transacao trx payment
  pago pagamento shipment barcode barra ean gtin upc isbn mpn asin part version build celda uuid guid hash etag cae
  comprobante cupon coupon voucher serial ts timestamp time unix created updated date fecha session trace request
  external product producto produto item model contract contrato claim reclamo case flight vuelo cart lot file archivo
  image imagen media reel ad adset campaign post video`;
