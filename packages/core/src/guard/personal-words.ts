/**
 * Words that name personal data in a key, in English, Spanish and Portuguese, without accents.
 * A key is split into its words first, so `customerEmail`, `EMAIL_ADDRESS` and `e-mail` are all found.
 */

/** Any one of these words in a key makes it personal. Words that hold one of `stems` need not stand here. */
export const alwaysPersonal: readonly string[] =
  // Contact
  (
    'mail,mails,phone,phones,telephone,tel,cel,whatsapp,fax,msisdn,imei,' +
    // Names
    'apelido,nickname,' +
    // Addresses
    'street,calle,rua,avenida,domicilio,addressline,zip,zipcode,postal,postcode,postalcode,cep,' +
    // Documents
    'dni,cpf,rut,run,cuit,cuil,curp,rfc,nid,nie,nif,ssn,cnpj,document,documents,license,licence,licencia,cnh,' +
    // Secrets
    'passphrase,pwd,pass,clave,senha,secret,secreto,segredo,token,tokens,jwt,bearer,authorization,cookie,otp,pin,' +
    // Cards and accounts
    'card,cards,tarjeta,tarjetas,cartao,cartoes,cvv,cvc,iban,cbu,cvu,pix,clabe,' +
    // Birth
    'birth,dob,cumpleanos,aniversario'
  ).split(',');

/** Personal unless a word of `things` says whose name it is: `name`, `customer_name`, but not `product_name`. */
export const names: readonly string[] = 'name,names,nombre,nombres,nome,nomes'.split(',');

/** Personal unless a word of `places` follows: `address`, `home_address`, but not `address_city`. */
export const addresses: readonly string[] = 'address,addresses,direccion,direcciones,endereco,enderecos'.split(',');

/** Personal when they stand alone or with a word of `numbers`: `mobile`, `mobile_number`, but not `mobile_app`. */
export const mobiles: readonly string[] = 'mobile,movil,fono,cell'.split(',');

export const numbers: readonly string[] = 'number,numero,num,nro,no,phone,user,customer,contact,home,work,my,mi'.split(
  ',',
);

export const places: readonly string[] =
  'city,ciudad,cidade,country,pais,state,estado,region,province,provincia,departamento,type,tipo'.split(',');

export const things: readonly string[] = (
  'product,producto,produto,item,articulo,artigo,app,application,aplicacion,campaign,campana,campanha,category,' +
  'categoria,subcategory,brand,marca,list,lista,screen,pantalla,tela,page,pagina,event,evento,plan,plano,store,' +
  'tienda,loja,shop,file,archivo,arquivo,video,song,cancion,album,playlist,track,movie,pelicula,filme,show,series,' +
  'serie,episode,episodio,season,channel,canal,game,juego,jogo,level,nivel,coupon,cupon,cupom,promotion,promocion,' +
  'promo,offer,oferta,section,seccion,city,ciudad,cidade,country,pais,state,estado,region,province,provincia,' +
  'departamento,department,variant,variante,model,modelo,device,host,domain,site,sitio,' +
  'button,boton,botao,form,formulario,menu,tab,widget,banner,ad,creative,source,medium,network,team,equipo,league,' +
  'liga,club,tournament,torneo,match,course,curso,class,clase,lesson,package,paquete,pacote,service,servicio,' +
  'servico,method,metodo,feature,experiment,variation,flow,step,paso,tag,topic,tema,article,carrier,bundle,sku,' +
  'color,size,genre,genero,bank,banco,airline,hotel,restaurant,restaurante,airport,venue,place,currency,library,' +
  'sdk,component,view,filter,sort,group,grupo,collection,coleccion,provider,proveedor,os'
).split(',');

/** As the last word, these turn a key into a fact about a thing: `phone_model`, `card_type`, `email_campaign`. */
export const facts: readonly string[] =
  'type,tipo,count,model,modelo,brand,marca,status,verified,provider,campaign,template,version,enabled,os'.split(',');

/** Found anywhere in a key without its separators: `useremail`, `numerodetelefono`, `user_id`. */
export const stems =
  /email|correo|telefon[eo]|(?:cell|home|work|user|mobile)phone|(?:phone|mobile)number|celular|(?:first|last|full|middle|given|family|user)name|surname|nom(?:br)?ecompleto|apellido|sobrenome|passw(?:or)?d|contrasena|creditcard|cardnumber|(?:access|auth|refresh|id)token|apikey|nationalid|passport|pass?aporte|dateofbirth|birthda(?:te|y)|nacimiento|nascimento|(?:street|home)address|socialsecurity|taxid|documento|cedula|userid|anonymousid/;
